package imaging.monitoring;

import imaging.queue.Leases;
import imaging.queue.QueueUnavailableException;
import imaging.queue.Recovery;
import imaging.queue.WorkerInfo;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds workers whose lease has run out, and gives what they held to others. Each process may run
 * one: who comes first moves a task, the others find nothing. A task that lost its worker has one
 * attempt more, so an image that kills every worker ends dead instead of killing for ever.
 */
public final class Recoverer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Recoverer.class);
  private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(5);
  private static final int PROMOTED_AT_ONCE = 1_000;

  private final Leases leases;
  private final Backoff delay;
  private final LongSupplier nanos;
  private final Outage outage;
  private final Backoff between;
  private long lastSweep;
  private @Nullable Rounds rounds;

  /**
   * @param lease of the workers; a lost one is found within twice that time
   * @param delay how long its tasks then wait. Most of them are innocent, so the pause after a first
   *     failure does for all
   */
  public Recoverer(Leases leases, Duration lease, Backoff delay) {
    this(leases, lease, delay, System::nanoTime);
  }

  Recoverer(Leases leases, Duration lease, Backoff delay, LongSupplier nanos) {
    this.leases = leases;
    this.delay = delay;
    this.nanos = nanos;
    this.lastSweep = nanos.getAsLong();
    this.outage = new Outage("recoverer", lease.dividedBy(2));
    // Random, so that the recoverers of many processes do not all come in the same millisecond.
    this.between = new Backoff(lease, lease, delay.random());
  }

  /** Starts looking, on a thread of its own. */
  public synchronized void start() {
    if (rounds == null) {
      rounds = Rounds.start("recoverer", this::roundOrPause);
    }
  }

  private Duration roundOrPause() {
    try {
      round();
      outage.works();
      return between.pause(1).plusMillis(1);
    } catch (QueueUnavailableException e) {
      return outage.failed(e);
    }
  }

  // tag::round[]
  /** Recovers each lost worker once; {@return how many tasks were taken from them} */
  int round() {
    int moved = 0;
    for (WorkerInfo worker : leases.workers()) {
      // Only a hint: between this look and the script the worker may come back. The script decides.
      if (!worker.isAlive()) {
        moved += recover(worker);
      }
    }
    leases.promoteDue(PROMOTED_AT_ONCE);
    sweepNowAndThen();
    return moved;
  }

  // end::round[]

  private int recover(WorkerInfo worker) {
    Recovery recovery = leases.recover(worker.name(), delay.pause(1));
    if (recovery.moved() > 0) {
      LOG.atWarn()
          .addKeyValue("worker", worker.name())
          .addKeyValue("requeued", recovery.requeued())
          .addKeyValue("dead", recovery.dead())
          .log("a worker was lost, its tasks go to others");
    }
    return recovery.moved();
  }

  private void sweepNowAndThen() {
    long now = nanos.getAsLong();
    if (now - lastSweep > BETWEEN_SWEEPS.toNanos()) {
      lastSweep = now;
      leases.sweep();
    }
  }

  @Override
  public synchronized void close() {
    if (rounds != null) {
      rounds.close();
    }
  }
}
