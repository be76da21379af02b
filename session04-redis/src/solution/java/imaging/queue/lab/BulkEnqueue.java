package imaging.queue.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherers;
import redis.clients.jedis.UnifiedJedis;

/**
 * L4.3: hands in thousands of jobs without thousands of round trips, and without one gigantic one.
 * Thread-safe.
 */
public final class BulkEnqueue {

  /** Most jobs to send before waiting for an answer: nobody else is served meanwhile. */
  static final int AT_ONCE = 500;

  private static final String SCRIPT =
      """
      local fresh = 0
      for i = 1, #ARGV, 2 do
        if redis.call('HSETNX', KEYS[2], ARGV[i], ARGV[i + 1]) == 1 then
          redis.call('LPUSH', KEYS[1], ARGV[i])
          fresh = fresh + 1
        end
      end
      return fresh
      """;

  private final UnifiedJedis redis;
  private final JobKeys keys;

  public BulkEnqueue(UnifiedJedis redis, JobKeys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /**
   * Stores each job's payload under its id in {@link JobKeys#jobs()} and pushes its id on the left
   * of {@link JobKeys#waiting()}, in the order of the list. A job whose id is known already is
   * skipped: its producer says it again because it did not hear the answer.
   *
   * <p>Takes at most 4 round trips for each {@value #AT_ONCE} jobs begun, none for an empty list, and
   * gives back the connections it borrows. If the process dies in the middle, saying the same list
   * again puts things right: every job then waits exactly once.
   *
   * @return how many jobs were new
   */
  public int enqueueAll(List<Job> jobs) {
    return jobs.stream().gather(Gatherers.windowFixed(AT_ONCE)).mapToInt(this::enqueue).sum();
  }

  private int enqueue(List<Job> chunk) {
    List<String> args = new ArrayList<>();
    for (Job job : chunk) {
      args.add(job.id());
      args.add(job.payload());
    }
    return Math.toIntExact((Long) redis.eval(SCRIPT, List.of(keys.waiting(), keys.jobs()), args));
  }
}
