package imaging.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks things up, and mends by hand: states, results, counts, dead letters. Thread-safe. */
public final class Ledger {

  private final QueueConnection redis;

  public Ledger(QueueConnection redis) {
    this.redis = redis;
  }

  /** {@return what is known of a task; empty if there is none, or it ended too long ago} */
  public Optional<TaskStatus> status(String id) {
    Map<String, String> fields = redis.call(jedis -> jedis.hgetAll(redis.key("task:" + id)));
    return fields.isEmpty() ? Optional.empty() : Optional.of(TaskStatus.of(id, fields));
  }

  /** {@return the result of a task; empty while it is not done, and after it has expired} */
  public Optional<String> result(String id) {
    return Optional.ofNullable(redis.call(jedis -> jedis.hget(redis.key("task:" + id), "result")));
  }

  /** {@return how many tasks are where, all at one moment} */
  public QueueCounts counts() {
    return QueueCounts.of((List<?>) redis.run(Script.COUNTS));
  }

  /** {@return times of tasks that were done lately, newest first} */
  public List<Timing> recent(int most) {
    return redis.call(jedis -> jedis.lrange(redis.key("recent"), 0, most - 1L)).stream()
        .map(Timing::of)
        .toList();
  }

  /** {@return dead tasks, the last to die first} */
  public List<TaskStatus> deadLetters(int skip, int most) {
    List<TaskStatus> page = new ArrayList<>();
    for (String id : redis.call(jedis -> jedis.lrange(redis.key("dead"), skip, skip + most - 1L))) {
      status(id).ifPresent(page::add);
    }
    return page;
  }

  /** {@return how many of these were dead} They wait again, at the end, with no attempt counted. */
  public int replay(List<String> ids) {
    return ids.isEmpty() ? 0 : Math.toIntExact((Long) redis.run(Script.REPLAY, ids));
  }

  /**
   * Ends a task that nobody needs any more. A worker that has it may go on, but its result is refused.
   *
   * @return whether there was such a task and it had not ended
   */
  public boolean cancel(String id) {
    long keep = redis.settings().keepResults().toMillis();
    return (Long) redis.run(Script.CANCEL, id, Long.toString(keep)) == 1;
  }

  /** Deletes everything of this queue, in steps. For demos and tests. */
  public void clear() {
    Keys.delete(redis);
  }
}
