package imaging.queue.demo;

import imaging.queue.Durability;
import imaging.queue.LocalRedis;
import imaging.queue.RedisServers;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.args.ListDirection;

/**
 * Why RPOP loses tasks and LMOVE does not.
 *
 * <p>Both workers die after every fifth take, before they finish. What the wrong one popped was only in
 * its memory. What the right one moved still lies in its own list in Redis.
 *
 * <pre>mvn -q -pl session04-redis compile exec:exec@lost-task</pre>
 *
 * <p>You should see "wrong: RPOP  20 tasks, 4 crashes, 4 lost" and "right: LMOVE 20 tasks, 4 crashes, 0
 * lost".
 */
final class LostTask {

  private static final int TASKS = 20;
  private static final int DIES_AFTER = 5;

  private final UnifiedJedis redis;
  private int done;
  private int crashes;

  private LostTask(UnifiedJedis redis) {
    this.redis = redis;
  }

  static void main(String[] args) {
    try (LocalRedis server = RedisServers.local(Durability.NONE);
        RedisClient redis = RedisClient.create(server.url())) {
      new LostTask(redis).wrong();
      new LostTask(redis).right();
    }
  }

  private void fill() {
    redis.del("tasks", "tasks:mine");
    for (int i = 1; i <= TASKS; i++) {
      redis.lpush("tasks", "image-" + i);
    }
  }

  private boolean crashes(int taken) {
    return taken % DIES_AFTER == 0;
  }

  private void report(String what) {
    System.out.printf("%s %d tasks, %d crashes, %d lost%n", what, TASKS, crashes, TASKS - done);
  }

  // tag::wrong[]
  /** Wrong: between the pop and the end of the work the task exists only in this process. */
  private void wrong() {
    fill();
    int taken = 0;
    while (redis.rpop("tasks") != null) {
      if (crashes(++taken)) {
        crashes++; // the process is gone, and the task with it
      } else {
        done++;
      }
    }
    report("wrong: RPOP ");
  }

  // end::wrong[]

  // tag::right[]
  /** Right: one command moves the task to a list of ours; only the finished task leaves that. */
  private void right() {
    fill();
    int taken = 0;
    for (String task = move(); task != null; task = move()) {
      if (crashes(++taken)) {
        crashes++;
        recover();
      } else {
        redis.lrem("tasks:mine", 1, task);
        done++;
      }
    }
    report("right: LMOVE");
  }

  private @Nullable String move() {
    return redis.lmove("tasks", "tasks:mine", ListDirection.RIGHT, ListDirection.LEFT);
  }

  /** Somebody notices the death, and gives back what lies in the dead worker's list. */
  private void recover() {
    while (redis.lmove("tasks:mine", "tasks", ListDirection.LEFT, ListDirection.LEFT) != null) {}
  }
  // end::right[]
}
