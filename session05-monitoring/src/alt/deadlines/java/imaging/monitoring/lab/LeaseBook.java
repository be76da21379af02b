package imaging.monitoring.lab;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.LongSupplier;

public final class LeaseBook {

  private final long lease;
  private final LongSupplier nanos;

  /** Worker to {number of its life, deadline}, the earliest deadline first: a beat moves to the end. */
  private final LinkedHashMap<String, long[]> lives = new LinkedHashMap<>();

  private long next = 1;

  public LeaseBook(Duration lease, LongSupplier nanos) {
    this.lease = lease.toNanos();
    this.nanos = nanos;
  }

  public long register(String worker) {
    lives.putLast(worker, new long[] {next, nanos.getAsLong() + lease});
    return next++;
  }

  public boolean beat(String worker, long life) {
    if (!isAlive(worker) || lives.get(worker)[0] != life) {
      return false;
    }
    lives.putLast(worker, new long[] {life, nanos.getAsLong() + lease});
    return true;
  }

  public boolean isAlive(String worker) {
    return lives.containsKey(worker) && lives.get(worker)[1] - nanos.getAsLong() > 0;
  }

  public List<String> expired() {
    return lives.keySet().stream().takeWhile(worker -> !isAlive(worker)).toList();
  }

  public boolean forget(String worker, long life) {
    return lives.containsKey(worker)
        && lives.get(worker)[0] == life
        && lives.remove(worker) != null;
  }
}
