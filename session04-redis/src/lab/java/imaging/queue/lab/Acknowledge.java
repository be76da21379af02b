package imaging.queue.lab;

import imaging.grader.Todo;
import redis.clients.jedis.UnifiedJedis;

/**
 * L4.2: stores the result of a job and takes the job out of the worker's hands, in one step.
 *
 * <p>A job has one result for ever: the first that was accepted. Thread-safe.
 */
public final class Acknowledge {

  private final UnifiedJedis redis;
  private final JobKeys keys;

  public Acknowledge(UnifiedJedis redis, JobKeys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /**
   * Says that a worker is done with a job.
   *
   * <p>If the job is in the {@link JobKeys#hands} of this worker, it is taken out of them, the result
   * is stored in {@link JobKeys#results()} unless the job has one already, and {@link JobKeys#done()}
   * grows by one for each result stored. Else nothing changes: the job was given to another worker,
   * or this is said for the second time, because the first answer was lost.
   *
   * <p>Either all of that has happened or nothing, also if the worker's process dies, and also if
   * somebody takes the job away at the same moment.
   *
   * @return whether the result that is stored for the job is equal to this one
   */
  public boolean done(String worker, String job, String result) {
    throw Todo.todo("Acknowledge.done");
  }
}
