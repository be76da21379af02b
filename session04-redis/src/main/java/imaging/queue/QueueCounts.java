package imaging.queue;

import java.util.List;
import java.util.Map;

/**
 * How many tasks are where at one moment, and how often what has happened since the queue is new.
 *
 * @param pending tasks that wait
 * @param processing tasks in the hands of workers
 * @param delayed tasks that wait for their next attempt
 * @param dead tasks that were given up
 * @param submitted tasks that were new
 * @param done results that were accepted
 * @param cancelled tasks that were ended unprocessed
 * @param failed attempts that failed and were reported by their worker
 * @param recovered tasks taken from lost workers
 * @param refused words of workers that held the task no more: what fencing kept out
 */
public record QueueCounts(
    long pending,
    long processing,
    long delayed,
    long dead,
    long submitted,
    long done,
    long cancelled,
    long failed,
    long recovered,
    long refused) {

  /** {@return how many of the submitted tasks have not ended yet} */
  public long open() {
    return pending + processing + delayed;
  }

  /** {@return submitted tasks that are nowhere: more than 0 means that the queue lost some} */
  public long lost() {
    return submitted - done - cancelled - dead - open();
  }

  static QueueCounts of(List<?> reply) {
    Map<String, String> stats = TaskFields.toMap((List<?>) reply.get(4));
    return new QueueCounts(
        (Long) reply.get(0),
        (Long) reply.get(1),
        (Long) reply.get(2),
        (Long) reply.get(3),
        stat(stats, "submitted"),
        stat(stats, "done"),
        stat(stats, "cancelled"),
        stat(stats, "failed"),
        stat(stats, "recovered"),
        stat(stats, "refused"));
  }

  private static long stat(Map<String, String> stats, String name) {
    return Long.parseLong(stats.getOrDefault(name, "0"));
  }
}
