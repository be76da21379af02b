package imaging.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ZAddParams;

/**
 * Who works, who is lost, and the way back for what the lost ones held. Thread-safe.
 *
 * <p>A worker is alive while its lease runs: a key in Redis with an expiry, so that only the clock of
 * Redis counts. Taking tasks renews it; who works longer on one task than a lease must call {@link
 * #heartbeat} meanwhile. Any number of processes may recover at the same time.
 */
public final class Leases {

  /** Most tasks that one recovery moves in one step; the next call moves the rest. */
  private static final int MOVED_AT_ONCE = 1_000;

  private final QueueConnection redis;

  public Leases(QueueConnection redis) {
    this.redis = redis;
  }

  /** Renews the lease for the time of the settings. */
  public void heartbeat(String worker) {
    heartbeat(worker, redis.settings().lease(), "");
  }

  /**
   * Renews the lease.
   *
   * @param says whatever a monitor should show of this worker, such as host and process id
   */
  public void heartbeat(String worker, Duration lease, String says) {
    redis.run(Script.HEARTBEAT, worker, Long.toString(lease.toMillis()), says);
  }

  /** {@return how many tasks the worker still holds} Signs off: from now on it counts as lost. */
  public int leave(String worker) {
    return Math.toIntExact((Long) redis.run(Script.LEAVE, worker));
  }

  /** {@return all workers that are alive or were lately, by last sign of life} */
  public List<WorkerInfo> workers() {
    List<WorkerInfo> all = new ArrayList<>();
    for (Object item : (List<?>) redis.run(Script.WORKERS)) {
      List<?> parts = (List<?>) item;
      long lease = Math.max((Long) parts.get(2), 0);
      all.add(
          new WorkerInfo(
              String.valueOf(parts.get(0)),
              Instant.ofEpochMilli((long) Double.parseDouble(String.valueOf(parts.get(1)))),
              Duration.ofMillis(lease),
              Math.toIntExact((Long) parts.get(3)),
              String.valueOf(parts.get(4))));
    }
    return all;
  }

  // tag::recover[]
  /**
   * Takes all tasks from a worker whose lease has run out: they wait for others, with one attempt
   * more, or are dead. Whoever calls this first moves them; for all others nothing is left. What the
   * worker says of these tasks, should it wake up, no longer counts.
   *
   * @param delay before the tasks may be taken again
   */
  public Recovery recover(String worker, Duration delay) {
    List<?> moved =
        (List<?>)
            redis.run(
                Script.RECOVER,
                worker,
                Integer.toString(redis.settings().maxAttempts()),
                Long.toString(delay.toMillis()),
                Integer.toString(MOVED_AT_ONCE));
    long requeued = (Long) moved.get(0);
    return new Recovery(
        requeued < 0, (int) Math.max(requeued, 0), Math.toIntExact((Long) moved.get(1)));
  }

  // end::recover[]

  /** Moves delayed tasks that are due back to the queue. Takers do so too, about once a second. */
  public int promoteDue(int most) {
    return Math.toIntExact((Long) redis.run(Script.PROMOTE, Integer.toString(most)));
  }

  /**
   * Looks for lists of workers that are in no register, and puts them there, to be recovered. One
   * case leaves such a list: a worker is frozen for over a minute just before its blocking move, and
   * dies just after it. Walks all keys, in steps: once in a few minutes is enough.
   *
   * @return how many were found
   */
  public int sweep() {
    String prefix = redis.key("processing:");
    int found = 0;
    for (String key : Keys.matching(redis, prefix + "*")) {
      String worker = key.substring(prefix.length());
      found += Math.toIntExact(redis.call(jedis -> register(jedis, worker)));
    }
    return found;
  }

  private long register(UnifiedJedis jedis, String worker) {
    return jedis.zadd(redis.key("workers"), 0, worker, ZAddParams.zAddParams().nx());
  }
}
