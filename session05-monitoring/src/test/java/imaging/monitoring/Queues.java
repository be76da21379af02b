package imaging.monitoring;

import imaging.queue.QueueConnection;
import imaging.queue.QueueSettings;
import imaging.workers.ImageTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import redis.clients.jedis.RedisClient;

/** Queues and tasks for tests. */
final class Queues {

  static final Backoff AT_ONCE = new Backoff(Duration.ZERO, Duration.ZERO, new Random(1));

  private Queues() {}

  /** A queue of its own for each test, so that tests share a Redis and nothing else. */
  static QueueSettings fresh() {
    return QueueSettings.named("test-" + UUID.randomUUID()).withRetryDelay(Duration.ofMillis(1));
  }

  static ImageTask task(String id) {
    return new ImageTask(id, id + ".png", "grayscale", 0, Instant.now(), Map.of());
  }

  static List<ImageTask> tasks(int count) {
    return IntStream.range(0, count).mapToObj(i -> task("t" + i)).toList();
  }

  /** Ends the lease of a worker, as time would: the clock of Redis is moved by moving its key. */
  static void leaseRunsOut(String url, QueueConnection connection, String worker) {
    try (RedisClient redis = RedisClient.create(url)) {
      redis.del("{" + connection.settings().name() + "}:alive:" + worker);
    }
  }
}
