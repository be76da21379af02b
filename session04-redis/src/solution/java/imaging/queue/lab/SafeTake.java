package imaging.queue.lab;

import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.args.ListDirection;

/**
 * L4.1: takes jobs so that none is lost, at whatever command the worker's process dies.
 *
 * <p>A job is always in exactly one list: {@link JobKeys#waiting()} or the {@link JobKeys#hands} of
 * one worker. The set {@link JobKeys#workers()} names every worker that may have something in its
 * hands. Thread-safe.
 */
public final class SafeTake {

  /** In milliseconds. To Redis 0 means for ever, and 6.2 takes 0.001 seconds for 0. */
  private static final int SHORTEST_WAIT = 5;

  private final UnifiedJedis redis;
  private final JobKeys keys;

  public SafeTake(UnifiedJedis redis, JobKeys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /**
   * Moves the oldest waiting job to the left end of this worker's hands.
   *
   * <p>While nothing waits, Redis does the waiting: a take that waits says a handful of commands at
   * most, however long it waits.
   *
   * @param worker by then in the set of workers
   * @param wait how long to wait, also less than a second; zero: not at all. Up to a second late is
   *     fine, for ever is not
   * @return the id of the job, or {@code null} if none came in time
   */
  public @Nullable String take(String worker, Duration wait) {
    redis.sadd(keys.workers(), worker); // before the move: who recovers must find the list
    double seconds = Math.max(wait.toMillis(), SHORTEST_WAIT) / 1000.0;
    return redis.blmove(
        keys.waiting(), keys.hands(worker), ListDirection.RIGHT, ListDirection.LEFT, seconds);
  }

  /**
   * Gives back to {@link JobKeys#waiting()} what lost workers have in their hands, also if the
   * process that does this dies in the middle: then the next call does the rest. The jobs are then
   * the next to be taken; those of one worker in the order in which it took them.
   *
   * <p>Never asks Redis for all of its keys.
   *
   * @param isLost whether a worker of this name is lost; others keep what they have
   * @return how many jobs were given back
   */
  public int takeBack(Predicate<String> isLost) {
    int givenBack = 0;
    for (String worker : redis.smembers(keys.workers())) {
      if (isLost.test(worker)) {
        givenBack += empty(worker);
      }
    }
    return givenBack;
  }

  /** The latest first, so that the oldest comes to lie at the very end, where it is taken next. */
  private int empty(String worker) {
    int moved = 0;
    while (giveBackLatest(worker) != null) {
      moved++;
    }
    return moved;
  }

  private @Nullable String giveBackLatest(String worker) {
    return redis.lmove(keys.hands(worker), keys.waiting(), ListDirection.LEFT, ListDirection.RIGHT);
  }
}
