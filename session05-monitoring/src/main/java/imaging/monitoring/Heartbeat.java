package imaging.monitoring;

import imaging.queue.Leases;
import imaging.queue.QueueUnavailableException;
import imaging.workers.WorkerEvent;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the leases of this process's workers while they are busy. One for a process.
 *
 * <p>It beats for a worker only while the worker's loop goes round, or has been at one task for no
 * longer than {@code stuckAfter}. A thread that beats whatever happens would keep the lease of a
 * stuck worker for ever, and its task with it: a heart that beats for a dead brain.
 *
 * <p>It must hear all events of the workers, on any thread.
 */
public final class Heartbeat implements Consumer<WorkerEvent>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  /** What is known of one loop; replaced as a whole, so a beat sees one moment. */
  private record Pulse(long lastTurn, @Nullable String task, long taken, long done, boolean stuck) {}

  private final Leases leases;
  private final Duration lease;
  private final Duration stuckAfter;
  private final LongSupplier nanos;
  private final Map<String, Pulse> pulses = new ConcurrentHashMap<>();
  private final Outage outage;
  private @Nullable Rounds rounds;

  /**
   * @param lease for how long a beat lasts; beats come three times as often
   * @param stuckAfter longer than the longest task
   */
  public Heartbeat(Leases leases, Duration lease, Duration stuckAfter) {
    this(leases, lease, stuckAfter, System::nanoTime); // not the wall clock, which may jump
  }

  Heartbeat(Leases leases, Duration lease, Duration stuckAfter, LongSupplier nanos) {
    this.leases = leases;
    this.lease = lease;
    this.stuckAfter = stuckAfter;
    this.nanos = nanos;
    this.outage = new Outage("heartbeat", interval());
  }

  /** Starts beating, on a thread of its own. */
  public synchronized void start() {
    if (rounds == null) {
      rounds = Rounds.start("heartbeat", this::beat);
    }
  }

  // tag::beat[]
  /** Beats once for each worker whose loop is not stuck; {@return the time to the next beat} */
  Duration beat() {
    long now = nanos.getAsLong();
    try {
      for (String worker : pulses.keySet()) {
        Pulse pulse = pulses.computeIfPresent(worker, (name, last) -> examined(name, last, now));
        if (pulse != null && !pulse.stuck()) {
          leases.heartbeat(worker, lease, card(pulse, now).toJson());
        }
      }
      return outage.works();
    } catch (QueueUnavailableException e) {
      outage.failed(e);
      return interval(); // no backoff: the lease runs, and a beat costs next to nothing
    }
  }

  private Pulse examined(String worker, Pulse pulse, long now) {
    boolean stuck = now - pulse.lastTurn() > stuckAfter.toNanos();
    if (stuck && !pulse.stuck()) {
      LOG.warn("{} is stuck: its lease is left to run out, so that others get its task", worker);
    }
    return new Pulse(pulse.lastTurn(), pulse.task(), pulse.taken(), pulse.done(), stuck);
  }
  // end::beat[]

  @Override
  public void accept(WorkerEvent event) {
    long now = nanos.getAsLong();
    switch (event) {
      case WorkerEvent.Ended ended -> pulses.remove(ended.worker());
      case WorkerEvent.Taken taken -> update(taken.worker(), now, taken.delivery().task().id(), 0);
      case WorkerEvent.Done done -> update(done.worker(), now, null, 1);
      case WorkerEvent.Turned _,
          WorkerEvent.Failed _,
          WorkerEvent.GivenBack _,
          WorkerEvent.Outdated _,
          WorkerEvent.QueueLost _,
          WorkerEvent.QueueBack _ ->
          update(event.worker(), now, null, 0);
    }
  }

  private void update(String worker, long now, @Nullable String task, int done) {
    pulses.compute(
        worker,
        (_, last) -> new Pulse(now, task, now, done + (last == null ? 0 : last.done()), false));
  }

  private static WorkerCard card(Pulse pulse, long now) {
    long taskMillis = pulse.task() == null ? 0 : (now - pulse.taken()) / 1_000_000;
    return new WorkerCard(
        ThisProcess.HOST, ThisProcess.PID, pulse.task(), taskMillis, pulse.done());
  }

  private Duration interval() {
    return lease.dividedBy(3);
  }

  /** Beats no more. The leases run out by themselves; {@link Leases#leave} ends them at once. */
  @Override
  public synchronized void close() {
    if (rounds != null) {
      rounds.close();
    }
  }
}
