package imaging.bench.queue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.args.ListDirection;

/**
 * The bare commands, by the client that the course uses: a list of 100-byte strings, LMOVE to the
 * worker's list, LREM to acknowledge. No attempts, no retries, no result, no check who holds a task.
 */
final class RawRedis implements QueueSystem {

  private static final String PENDING = "raw:pending";

  private final RedisClient redis;
  private long next = 1_000_000_000;

  RawRedis(String url) {
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(64);
    pool.setMaxIdle(64);
    redis = RedisClient.builder().fromURI(URI.create(url)).poolConfig(pool).build();
  }

  @Override
  public void enqueue(int count, int chunk) {
    for (int done = 0; done < count; done += chunk) {
      String[] tasks = new String[chunk];
      for (int i = 0; i < chunk; i++) {
        tasks[i] = task(next++);
      }
      redis.lpush(PENDING, tasks);
    }
  }

  /** {@return 100 characters, a number first} */
  static String task(long number) {
    return number + "x".repeat(90);
  }

  @Override
  public void process(int workers, int batch) {
    Threads.run(workers, number -> work("raw:processing:" + number, batch));
  }

  private void work(String mine, int batch) {
    if (batch == 1) {
      for (String task = take(mine); task != null; task = take(mine)) {
        redis.lrem(mine, 1, task);
      }
    } else {
      List<String> tasks = takeAll(mine, batch);
      while (!tasks.isEmpty()) {
        acknowledge(mine, tasks);
        tasks = takeAll(mine, batch);
      }
    }
  }

  private String take(String mine) {
    return redis.lmove(PENDING, mine, ListDirection.RIGHT, ListDirection.LEFT);
  }

  private List<String> takeAll(String mine, int batch) {
    List<Response<String>> replies = new ArrayList<>();
    try (AbstractPipeline pipeline = redis.pipelined()) {
      for (int i = 0; i < batch; i++) {
        replies.add(pipeline.lmove(PENDING, mine, ListDirection.RIGHT, ListDirection.LEFT));
      }
      pipeline.sync();
    }
    return replies.stream().map(Response::get).filter(task -> task != null).toList();
  }

  private void acknowledge(String mine, List<String> tasks) {
    try (AbstractPipeline pipeline = redis.pipelined()) {
      tasks.forEach(task -> pipeline.lrem(mine, 1, task));
      pipeline.sync();
    }
  }

  @Override
  public boolean hasBatches() {
    return true;
  }

  @Override
  public void takeOne(Runnable taken) {
    String mine = "raw:processing:waiting";
    String task = redis.blmove(PENDING, mine, ListDirection.RIGHT, ListDirection.LEFT, 5);
    taken.run();
    redis.lrem(mine, 1, task);
  }

  @Override
  public boolean waitsOnServer() {
    return true;
  }

  @Override
  public void close() {
    redis.close();
  }
}
