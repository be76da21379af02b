package imaging.monitoring;

import imaging.queue.WorkerInfo;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One worker, as the monitor shows it.
 *
 * @param alive whether its lease runs; if not, its tasks are about to go to others
 * @param beatMillis since its last sign of life
 * @param holding tasks in its hands
 * @param task the id of the task in hand, by its last beat
 * @param taskMillis how long it had that task at its last beat
 * @param done tasks it had finished at its last beat
 */
public record WorkerView(
    String name,
    boolean alive,
    long beatMillis,
    int holding,
    @Nullable String task,
    long taskMillis,
    long done,
    String host,
    long pid) {

  /**
   * {@return the view of a worker}
   *
   * @param now only looked at for lost workers; for the others Redis itself says how old the beat is
   */
  static WorkerView of(WorkerInfo info, Duration lease, Instant now) {
    WorkerCard card = WorkerCard.parse(info.says());
    Duration beat =
        info.isAlive() ? lease.minus(info.lease()) : Duration.between(info.lastSeen(), now);
    return new WorkerView(
        info.name(),
        info.isAlive(),
        Math.max(0, beat.toMillis()),
        info.holding(),
        card.task(),
        card.taskMillis(),
        card.done(),
        card.host(),
        card.pid());
  }
}
