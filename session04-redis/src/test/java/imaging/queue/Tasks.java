package imaging.queue;

import imaging.workers.ImageTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Tasks and names for tests. */
final class Tasks {

  private Tasks() {}

  static ImageTask task(String id) {
    return new ImageTask(id, id + ".jpg", "grayscale", 0, Instant.ofEpochMilli(1_000), Map.of());
  }

  static List<ImageTask> tasks(int count) {
    return IntStream.range(0, count).mapToObj(i -> task("t" + i)).toList();
  }

  /** A queue of its own for each test, so that tests share a Redis and nothing else. */
  static QueueSettings freshQueue() {
    return QueueSettings.named("test-" + UUID.randomUUID());
  }
}
