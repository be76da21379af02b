package imaging.monitoring;

import imaging.queue.Leases;
import imaging.queue.Ledger;
import imaging.queue.QueueConnection;
import imaging.queue.QueueCounts;
import imaging.queue.QueueUnavailableException;
import imaging.queue.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the queue once in a while and remembers the last five minutes. Only reads: any number of
 * monitors may look at one queue. While Redis is away it shows the last picture and says so.
 */
public final class Monitor implements AutoCloseable {

  private static final int TIMINGS = 1_000;
  private static final int DEAD_LETTERS = 20;
  private static final int SAMPLES = 300;

  private static final Comparator<WorkerView> ALIVE_FIRST =
      Comparator.<WorkerView>comparingInt(worker -> worker.alive() ? 0 : 1)
          .thenComparingLong(WorkerView::beatMillis);

  /** One point of the chart. */
  public record Sample(long atMillis, long pending, long processing, long dead, double perSecond) {}

  private final Ledger ledger;
  private final Leases leases;
  private final Duration lease;
  private final LongSupplier nanos;
  private final Consumer<Snapshot> listener;
  private final Outage outage;
  private final Throughput throughput = new Throughput(Duration.ofSeconds(10));
  private final ArrayDeque<Sample> samples = new ArrayDeque<>(); // guarded by itself
  private volatile Snapshot latest = Snapshot.NOTHING;
  private @Nullable Rounds rounds;

  /**
   * @param interval between two looks
   * @param listener is told each new snapshot, on the monitor's thread
   */
  public Monitor(QueueConnection redis, Duration interval, Consumer<Snapshot> listener) {
    this(redis, interval, listener, System::nanoTime);
  }

  Monitor(
      QueueConnection redis, Duration interval, Consumer<Snapshot> listener, LongSupplier nanos) {
    this.ledger = new Ledger(redis);
    this.leases = new Leases(redis);
    this.lease = redis.settings().lease();
    this.listener = listener;
    this.nanos = nanos;
    this.outage = new Outage("monitor", interval);
  }

  /** Starts looking, on a thread of its own. */
  public synchronized void start() {
    if (rounds == null) {
      rounds = Rounds.start("monitor", this::look);
    }
  }

  /** Looks once; {@return the time to the next look} */
  Duration look() {
    Duration pause;
    try {
      latest = taken();
      pause = outage.works();
    } catch (QueueUnavailableException e) {
      latest = latest.outdated(String.valueOf(e.getMessage()));
      pause = outage.failed(e);
    }
    remember(latest);
    listener.accept(latest);
    return pause;
  }

  // tag::taken[]
  private Snapshot taken() {
    Instant now = Instant.now();
    QueueCounts counts = ledger.counts(); // one script: all numbers of one moment
    List<Timing> timings = ledger.recent(TIMINGS);
    return new Snapshot(
        now.toEpochMilli(),
        null,
        counts,
        counts.lost(),
        throughput.add(nanos.getAsLong(), counts.done()),
        Percentiles.of(timings.stream().map(Timing::waited).toList()),
        Percentiles.of(timings.stream().map(Timing::worked).toList()),
        leases.workers().stream()
            .map(info -> WorkerView.of(info, lease, now))
            .sorted(ALIVE_FIRST)
            .toList(),
        ledger.deadLetters(0, DEAD_LETTERS).stream().map(DeadLetter::of).toList());
  }

  // end::taken[]

  private void remember(Snapshot snapshot) {
    if (snapshot.problem() != null) {
      return; // a gap in the chart says more than a line that was never measured
    }
    QueueCounts counts = snapshot.counts();
    synchronized (samples) {
      samples.addLast(
          new Sample(
              snapshot.atMillis(),
              counts.pending() + counts.delayed(),
              counts.processing(),
              counts.dead(),
              snapshot.perSecond()));
      if (samples.size() > SAMPLES) {
        samples.removeFirst();
      }
    }
  }

  /** {@return the last picture} */
  public Snapshot latest() {
    return latest;
  }

  /** {@return what the chart shows, oldest first} */
  public List<Sample> history() {
    synchronized (samples) {
      return new ArrayList<>(samples);
    }
  }

  /** Gives these dead tasks a new life; {@return how many were dead} */
  public int replay(List<String> ids) {
    return ledger.replay(ids);
  }

  @Override
  public synchronized void close() {
    if (rounds != null) {
      rounds.close();
    }
  }
}
