package imaging.workers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Liveness: does each loop still go round? A process with a loop that does not is better restarted.
 *
 * <p>Knows nothing of the queue, on purpose. Were liveness to fail while Redis is away, Kubernetes
 * would restart every worker, again and again, and heal nothing.
 */
public final class Watchdog implements Consumer<WorkerEvent>, Probe {

  private final Duration limit;
  private final LongSupplier nanos;
  private final Map<String, Long> lastTurns = new ConcurrentHashMap<>();

  /**
   * @param limit how long a loop may take for one turn; longer than the longest task
   */
  public Watchdog(Duration limit) {
    this(limit, System::nanoTime); // not the wall clock, which may jump
  }

  Watchdog(Duration limit, LongSupplier nanos) {
    this.limit = limit;
    this.nanos = nanos;
  }

  @Override
  public void accept(WorkerEvent event) {
    switch (event) {
      case WorkerEvent.Turned turned -> lastTurns.put(turned.worker(), nanos.getAsLong());
      case WorkerEvent.Ended ended -> lastTurns.remove(ended.worker());
      case WorkerEvent.Taken _,
          WorkerEvent.Done _,
          WorkerEvent.Failed _,
          WorkerEvent.GivenBack _,
          WorkerEvent.Outdated _,
          WorkerEvent.QueueLost _,
          WorkerEvent.QueueBack _ -> {}
    }
  }

  @Override
  public List<String> problems() {
    long now = nanos.getAsLong();
    return lastTurns.entrySet().stream()
        .filter(turn -> now - turn.getValue() > limit.toNanos())
        .map(turn -> "%s is stuck: no turn within %s".formatted(turn.getKey(), limit))
        .sorted()
        .toList();
  }
}
