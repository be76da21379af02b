package imaging.queue;

import java.time.Duration;
import java.time.Instant;

/**
 * A worker in the register.
 *
 * @param lastSeen its last sign of life, by the clock of Redis
 * @param lease how long it still counts as alive; zero if it does not
 * @param holding tasks in its hands
 * @param says what it wrote about itself with its last sign of life; empty if it is not alive
 */
public record WorkerInfo(String name, Instant lastSeen, Duration lease, int holding, String says) {

  /** {@return whether the lease has not run out} */
  public boolean isAlive() {
    return lease.isPositive();
  }
}
