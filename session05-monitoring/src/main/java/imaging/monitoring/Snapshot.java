package imaging.monitoring;

import imaging.queue.QueueCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole system at one moment. Immutable.
 *
 * @param atMillis when it was taken, milliseconds since 1970
 * @param problem why this is an old picture: Redis does not answer; null if it does
 * @param counts how many tasks are where, and how often what has happened
 * @param lost submitted tasks that are nowhere; anything but 0 is a fault of the queue
 * @param perSecond tasks done a second, over the last ten
 * @param waited from enqueue to the last hand-out, of the last thousand tasks
 * @param worked from the last hand-out to the result, of the last thousand tasks
 * @param workers all that are alive, and those lost a short while ago
 * @param deadLetters the last twenty
 */
public record Snapshot(
    long atMillis,
    @Nullable String problem,
    QueueCounts counts,
    long lost,
    double perSecond,
    Percentiles waited,
    Percentiles worked,
    List<WorkerView> workers,
    List<DeadLetter> deadLetters) {

  static final Snapshot NOTHING =
      new Snapshot(
          0,
          "not connected yet",
          new QueueCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
          0,
          0,
          Percentiles.of(List.of()),
          Percentiles.of(List.of()),
          List.of(),
          List.of());

  public Snapshot {
    workers = List.copyOf(workers);
    deadLetters = List.copyOf(deadLetters);
  }

  Snapshot outdated(String why) {
    return new Snapshot(
        atMillis, why, counts, lost, perSecond, waited, worked, workers, deadLetters);
  }

  /** {@return attempts that failed, or were lost with their worker, and were made again} */
  public long retried() {
    return Math.max(0, counts.failed() + counts.recovered() - counts.dead());
  }

  /** {@return how many workers have a lease that runs} */
  public long alive() {
    return workers.stream().filter(WorkerView::alive).count();
  }
}
