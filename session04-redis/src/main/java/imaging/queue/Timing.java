package imaging.queue;

import java.time.Duration;
import java.time.Instant;

/**
 * The times of one task that was done.
 *
 * @param ended by the clock of Redis
 * @param waited from the producer's clock at enqueue to the last hand-out by the clock of Redis
 * @param worked from the last hand-out to the result
 */
public record Timing(Instant ended, Duration waited, Duration worked) {

  static Timing of(String line) {
    String[] parts = line.split(" ", 3);
    return new Timing(
        Instant.ofEpochMilli(Long.parseLong(parts[0])),
        Duration.ofMillis(Long.parseLong(parts[1])),
        Duration.ofMillis(Long.parseLong(parts[2])));
  }
}
