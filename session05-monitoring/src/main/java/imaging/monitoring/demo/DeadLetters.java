package imaging.monitoring.demo;

import imaging.monitoring.Backoff;
import imaging.monitoring.RetryingQueue;
import imaging.queue.Durability;
import imaging.queue.Leases;
import imaging.queue.Ledger;
import imaging.queue.LocalRedis;
import imaging.queue.QueueConnection;
import imaging.queue.QueueSettings;
import imaging.queue.RedisServers;
import imaging.queue.RedisTaskQueue;
import imaging.queue.TaskStatus;
import imaging.workers.Delivery;
import imaging.workers.ImageTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A task that always fails, one that kills its workers, and how both get a second life.
 *
 * <p>Why: without a limit such a task goes round for ever and takes the place of others; without a
 * reason nobody can mend it; without a replay the person who mended it has to find the task again.
 *
 * <pre>mvn -q -pl session05-monitoring compile exec:exec@dead-letters</pre>
 *
 * <p>You should see the pauses between the attempts, both reasons, and {@code replayed 2}.
 */
public final class DeadLetters {

  private DeadLetters() {}

  static void main() throws InterruptedException {
    QueueSettings settings = QueueSettings.named("dead-letters").withMaxAttempts(3);
    try (LocalRedis redis = RedisServers.local(Durability.NONE);
        QueueConnection connection = QueueConnection.to(redis.url(), settings)) {
      alwaysFails(connection);
      killsItsWorkers(connection);
      Ledger ledger = new Ledger(connection);
      List<TaskStatus> dead = ledger.deadLetters(0, 10);
      for (TaskStatus letter : dead) {
        IO.println(
            "dead: %s after %d attempts: %s"
                .formatted(letter.task().id(), letter.task().attempt(), letter.error()));
      }
      IO.println(
          "replayed " + ledger.replay(dead.stream().map(letter -> letter.task().id()).toList()));
      IO.println("pending again: " + ledger.counts().pending());
    }
  }

  private static void alwaysFails(QueueConnection connection) throws InterruptedException {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1), new Random(5));
    RetryingQueue queue = new RetryingQueue(new RedisTaskQueue(connection), backoff);
    queue.enqueue(task("bad"));
    long start = System.nanoTime();
    for (int attempt = 1; attempt <= 3; attempt++) {
      Delivery delivery = queue.take("worker", Duration.ofSeconds(5));
      if (delivery == null) {
        throw new IllegalStateException("the task did not come back");
      }
      long millis = (System.nanoTime() - start) / 1_000_000;
      IO.println("attempt %d at %d ms".formatted(attempt, millis));
      queue.fail(delivery, "the disk is full");
    }
  }

  private static void killsItsWorkers(QueueConnection connection) throws InterruptedException {
    RedisTaskQueue queue = new RedisTaskQueue(connection);
    Leases leases = new Leases(connection);
    queue.enqueue(task("killer"));
    for (int life = 1; life <= 3; life++) {
      queue.take("worker-life-" + life, Duration.ofSeconds(1));
      leases.leave("worker-life-" + life); // as if its lease had run out
      leases.recover("worker-life-" + life, Duration.ZERO);
    }
  }

  private static ImageTask task(String id) {
    return new ImageTask(id, id + ".jpg", "grayscale", 0, Instant.now(), Map.of());
  }
}
