package imaging.monitoring.lab;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Lab L5.1: who is alive. A worker that has not beaten for as long as the lease is expired; what it
 * held may be given to others, so it must not go on as if nothing had happened.
 *
 * <p>A worker has one life after another. Each has a number, and only the newest one counts. For one
 * thread.
 */
public final class LeaseBook {

  private record Life(long number, long lastBeat) {}

  private final Duration lease;
  private final LongSupplier nanos;
  private final Map<String, Life> lives = new HashMap<>();
  private long lastNumber;

  /**
   * @param lease a worker is alive while less than this has passed since its last beat
   * @param nanos a clock as {@link System#nanoTime}: only differences mean anything, and the values
   *     may be negative or overflow
   */
  public LeaseBook(Duration lease, LongSupplier nanos) {
    this.lease = lease;
    this.nanos = nanos;
  }

  /**
   * Begins a new life of the worker, which counts as its first beat; an earlier life is over.
   *
   * @return the number of this life, larger than all that were given out before, to any worker
   */
  public long register(String worker) {
    lastNumber++;
    lives.put(worker, new Life(lastNumber, nanos.getAsLong()));
    return lastNumber;
  }

  /**
   * Renews the lease.
   *
   * @return false, with nothing changed, if this life is over: expired, forgotten, or followed by
   *     another. The worker must then drop what it holds and register anew
   */
  public boolean beat(String worker, long life) {
    Life current = lives.get(worker);
    if (current == null || current.number() != life || isExpired(current)) {
      return false;
    }
    lives.put(worker, new Life(life, nanos.getAsLong()));
    return true;
  }

  /** {@return whether the worker's newest life is registered and its lease runs} */
  public boolean isAlive(String worker) {
    Life current = lives.get(worker);
    return current != null && !isExpired(current);
  }

  /**
   * {@return the workers whose lease has run out, the longest silent first} Each is named again and
   * again until it is forgotten or registers anew: whoever asked may die before it has done anything.
   */
  public List<String> expired() {
    return lives.entrySet().stream()
        .filter(entry -> isExpired(entry.getValue()))
        .sorted(Comparator.comparingLong(entry -> -silence(entry.getValue())))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Takes a worker that has been dealt with, or signs off, out of the book.
   *
   * @return false, with nothing changed, if the worker is unknown or lives another life now
   */
  public boolean forget(String worker, long life) {
    Life current = lives.get(worker);
    if (current == null || current.number() != life) {
      return false;
    }
    lives.remove(worker);
    return true;
  }

  private boolean isExpired(Life life) {
    return silence(life) >= lease.toNanos();
  }

  private long silence(Life life) {
    return nanos.getAsLong() - life.lastBeat();
  }
}
