package imaging.queue;

import imaging.workers.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.args.ListDirection;
import redis.clients.jedis.exceptions.JedisDataException;

/** Takes tasks for workers: what is there at once, else waiting on the server. Thread-safe. */
final class Taker {

  /** A wait is cut into slices: between two of them an interrupt or a close is noticed. */
  private static final Duration SLICE = Duration.ofSeconds(1);

  /** In milliseconds. To Redis 0 means for ever, and 6.2 takes 0.001 seconds for 0. */
  private static final int SHORTEST_WAIT = 5;

  private static final int PROMOTED_AT_ONCE = 100;

  private final QueueConnection redis;
  private final Leases leases;
  private final Held held;
  private final BooleanSupplier closed;
  private final ConcurrentMap<String, Long> lastSign = new ConcurrentHashMap<>();
  private volatile long lastPromotion = System.nanoTime() - SLICE.toNanos();
  private volatile boolean oldServer;

  Taker(QueueConnection redis, Held held, BooleanSupplier closed) {
    this.redis = redis;
    this.leases = new Leases(redis);
    this.held = held;
    this.closed = closed;
  }

  /** Waits for the first task only; takes up to {@code most} of what is there then. */
  List<Delivery> take(String worker, int most, Duration wait) throws InterruptedException {
    long deadline = System.nanoTime() + wait.toNanos();
    try {
      while (true) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        List<Delivery> batch = takeNow(worker, most);
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (!batch.isEmpty() || !left.isPositive() || closed.getAsBoolean()) {
          return batch;
        }
        batch = takeBlocking(worker, left.compareTo(SLICE) < 0 ? left : SLICE);
        if (!batch.isEmpty()) {
          return batch;
        }
      }
    } catch (QueueUnavailableException e) {
      held.doubt(worker); // perhaps only the answer was lost: look before the next take
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw e;
    }
  }

  private List<Delivery> takeNow(String worker, int most) {
    signOfLife(worker);
    promoteNowAndThen();
    if (held.mayHaveMore(worker)) {
      List<Delivery> found = resume(worker, most);
      if (!found.isEmpty()) {
        return found;
      }
      held.trust(worker);
    }
    return deliveries(worker, redis.run(Script.TAKE, worker, Integer.toString(most)));
  }

  // tag::blocking-take[]
  /**
   * One command moves the id to the worker's own list, so a crash right after it loses nothing: the
   * task lies in a list that recovery looks at. The script then writes down who has it.
   */
  private List<Delivery> takeBlocking(String worker, Duration wait) {
    String id = redis.call(jedis -> move(jedis, worker, wait));
    return id == null ? List.of() : deliveries(worker, redis.run(Script.BEGIN, worker, id));
  }

  // end::blocking-take[]

  private @Nullable String move(UnifiedJedis jedis, String worker, Duration wait) {
    String from = redis.key("pending");
    String to = redis.key("processing:" + worker);
    double seconds = Math.max(wait.toMillis(), SHORTEST_WAIT) / 1000.0;
    if (!oldServer) {
      try {
        return jedis.blmove(from, to, ListDirection.RIGHT, ListDirection.LEFT, seconds);
      } catch (JedisDataException e) {
        if (!String.valueOf(e.getMessage()).contains("unknown command")) {
          throw e;
        }
        oldServer = true;
      }
    }
    // Before Redis 6.2 (the binary for Windows is 5.0) the same move had this name, whole seconds.
    return jedis.brpoplpush(from, to, 1);
  }

  private List<Delivery> resume(String worker, int most) {
    List<String> args = new ArrayList<>(List.of(worker, Integer.toString(most)));
    args.addAll(held.of(worker));
    return deliveries(worker, redis.run(Script.RESUME, args));
  }

  /** Registers the worker before it can hold anything, and renews its lease in good time. */
  private void signOfLife(String worker) {
    long now = System.nanoTime();
    Long last = lastSign.get(worker);
    if (last == null || now - last > redis.settings().lease().toNanos() / 3) {
      leases.heartbeat(worker);
      lastSign.put(worker, now);
    }
  }

  private void promoteNowAndThen() {
    long now = System.nanoTime();
    if (now - lastPromotion >= SLICE.toNanos()) {
      lastPromotion = now;
      leases.promoteDue(PROMOTED_AT_ONCE);
    }
  }

  /** {@return what a script handed out: a list of id, token, fields of the task} */
  List<Delivery> deliveries(String worker, Object reply) {
    List<Delivery> batch = new ArrayList<>();
    for (Object item : (List<?>) reply) {
      List<?> parts = (List<?>) item;
      String id = String.valueOf(parts.get(0));
      var task = TaskFields.toTask(id, TaskFields.toMap((List<?>) parts.get(2)));
      batch.add(new Delivery(task, worker, String.valueOf(parts.get(1))));
      held.add(worker, id);
    }
    return batch;
  }
}
