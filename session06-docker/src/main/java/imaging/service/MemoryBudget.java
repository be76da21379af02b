package imaging.service;

import java.util.concurrent.Semaphore;

/**
 * How much memory all images on their way through the gateway may hold together. Thread-safe.
 *
 * <p>Counting requests would not do: ten thousand small images fit where fifty large ones do not.
 * Nobody waits for memory while holding some, so nobody waits for ever: who gets none is sent away.
 */
final class MemoryBudget {

  /** One permit is this many bytes. */
  static final int UNIT = 16 * 1024;

  private final Semaphore units;

  /**
   * @param bytes in all
   */
  MemoryBudget(long bytes) {
    this.units = new Semaphore(Math.clamp(bytes / UNIT, 1, Integer.MAX_VALUE));
  }

  /** What one request holds. For one thread; closing it gives all back. */
  final class Share implements AutoCloseable {

    private int held;

    /**
     * Holds memory for {@code bytes} more.
     *
     * @throws Refusal at once if there is none left
     */
    void take(long bytes) {
      int count = Math.toIntExact((bytes + UNIT - 1) / UNIT);
      if (!units.tryAcquire(count)) {
        throw Refusal.busy();
      }
      held += count;
    }

    @Override
    public void close() {
      units.release(held);
      held = 0;
    }
  }

  Share share() {
    return new Share();
  }

  /** {@return bytes that nobody holds} */
  long free() {
    return (long) units.availablePermits() * UNIT;
  }
}
