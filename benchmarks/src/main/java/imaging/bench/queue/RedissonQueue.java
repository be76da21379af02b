package imaging.bench.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.redisson.Redisson;
import org.redisson.api.RBlockingDeque;
import org.redisson.api.RDeque;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;

/** Redisson's blocking deque: move the task to the worker's own deque, then remove it there. */
final class RedissonQueue implements QueueSystem {

  private final RedissonClient redis;
  private final RBlockingDeque<String> pending;
  private long next = 1_000_000_000;

  RedissonQueue(String url) {
    Config config = new Config();
    config.useSingleServer().setAddress(url);
    config.setCodec(StringCodec.INSTANCE);
    redis = Redisson.create(config);
    pending = redis.getBlockingDeque("redisson:pending");
  }

  @Override
  public void enqueue(int count, int chunk) {
    for (int done = 0; done < count; done += chunk) {
      List<String> tasks = new ArrayList<>();
      for (int i = 0; i < chunk; i++) {
        tasks.add(RawRedis.task(next++));
      }
      pending.addAll(tasks);
    }
  }

  @Override
  public void process(int workers, int batch) {
    Threads.run(workers, number -> work("redisson:processing:" + number));
  }

  private void work(String name) {
    RDeque<String> mine = redis.getDeque(name);
    String task = pending.pollLastAndOfferFirstTo(name);
    while (task != null) {
      mine.removeFirstOccurrence(task);
      task = pending.pollLastAndOfferFirstTo(name);
    }
  }

  @Override
  public boolean hasBatches() {
    return false;
  }

  @Override
  public void takeOne(Runnable taken) {
    String name = "redisson:processing:waiting";
    try {
      String task = pending.pollLastAndOfferFirstTo(name, 5, TimeUnit.SECONDS);
      taken.run();
      redis.getDeque(name).removeFirstOccurrence(task);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean waitsOnServer() {
    return true;
  }

  @Override
  public void close() {
    redis.shutdown();
  }
}
