package imaging.workers;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Tasks for tests, and waits that are over at once. */
final class Tasks {

  static final TaskLoop.Waits SHORT_WAITS =
      new TaskLoop.Waits(Duration.ofMillis(20), Duration.ofMillis(1), Duration.ofMillis(4));

  private Tasks() {}

  static ImageTask task(String id) {
    return task(id, "grayscale");
  }

  static ImageTask task(String id, String pipeline) {
    return new ImageTask(id, "in.png", pipeline, 0, Instant.EPOCH, Map.of());
  }
}
