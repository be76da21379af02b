package imaging.monitoring;

import java.time.Duration;
import java.util.ArrayDeque;

/** Tasks a second over a moving window, from a count that only grows. For one thread. */
final class Throughput {

  private record Reading(long nanos, long count) {}

  private final ArrayDeque<Reading> readings = new ArrayDeque<>();
  private final long window;

  Throughput(Duration window) {
    this.window = window.toNanos();
  }

  /** Adds a reading; {@return the rate since the oldest one in the window} 0 for the first. */
  double add(long nanos, long count) {
    Reading last = readings.peekLast();
    if (last != null && count < last.count()) {
      readings.clear(); // another Redis, or an emptied one: begin again
    }
    readings.addLast(new Reading(nanos, count));
    while (nanos - readings.getFirst().nanos() > window) {
      readings.removeFirst();
    }
    Reading first = readings.getFirst();
    long passed = nanos - first.nanos();
    return passed == 0 ? 0 : (count - first.count()) * 1e9 / passed;
  }
}
