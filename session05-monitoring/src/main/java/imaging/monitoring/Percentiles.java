package imaging.monitoring;

import java.time.Duration;
import java.util.List;

/**
 * Half of the tasks took at most {@code p50Millis}, 99 of a hundred at most {@code p99Millis}: an
 * average hides the slow ones, and those are what people wait for.
 *
 * @param count of how many tasks
 */
public record Percentiles(int count, long p50Millis, long p99Millis) {

  /** {@return the percentiles by nearest rank: a time that a task really took} Zeros for no times. */
  static Percentiles of(List<Duration> times) {
    if (times.isEmpty()) {
      return new Percentiles(0, 0, 0);
    }
    List<Duration> sorted = times.stream().sorted().toList();
    return new Percentiles(sorted.size(), rank(sorted, 50), rank(sorted, 99));
  }

  private static long rank(List<Duration> sorted, int percent) {
    int rank = Math.ceilDiv(sorted.size() * percent, 100);
    return Math.max(0, sorted.get(rank - 1).toMillis());
  }
}
