package imaging.monitoring.demo;

import imaging.monitoring.Backoff;
import imaging.monitoring.Heartbeat;
import imaging.monitoring.Recoverer;
import imaging.queue.Durability;
import imaging.queue.Leases;
import imaging.queue.LocalRedis;
import imaging.queue.QueueConnection;
import imaging.queue.QueueSettings;
import imaging.queue.RedisServers;
import imaging.queue.RedisTaskQueue;
import imaging.workers.Delivery;
import imaging.workers.ImageTask;
import imaging.workers.WorkerEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A heart that beats for a dead brain, wrong beside right.
 *
 * <p>Why: a heartbeat on a thread of its own proves that this thread lives, and nothing about the one
 * that works. A stuck worker then keeps its lease, and its task, for ever.
 *
 * <pre>mvn -q -pl session05-monitoring compile exec:exec@dead-brain</pre>
 *
 * <p>You should see {@code wrong: after 3 s the task is still with the stuck worker} and {@code right:
 * another worker has the task}.
 */
public final class DeadBrain {

  private static final Duration LEASE = Duration.ofMillis(600);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private DeadBrain() {}

  static void main() throws InterruptedException {
    try (LocalRedis redis = RedisServers.local(Durability.NONE)) {
      wrong(redis.url());
      right(redis.url());
    }
  }

  // tag::wrong[]
  /** A thread beats because it exists. */
  static void wrong(String url) throws InterruptedException {
    try (QueueConnection connection = connect(url, "wrong")) {
      Leases leases = new Leases(connection);
      stuckWorkerTakes(connection);
      Thread heart =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    CountDownLatch never = new CountDownLatch(1);
                    try {
                      while (!never.await(LEASE.toMillis() / 3, TimeUnit.MILLISECONDS)) {
                        leases.heartbeat("stuck");
                      }
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  });
      tell("wrong", waitForTask(connection));
      heart.interrupt();
      heart.join();
    }
  }

  // end::wrong[]

  // tag::right[]
  /** The heart hears of each turn of the loop, and stops when there are no more. */
  static void right(String url) throws InterruptedException {
    try (QueueConnection connection = connect(url, "right");
        Heartbeat heartbeat = new Heartbeat(new Leases(connection), LEASE, LEASE)) {
      heartbeat.accept(new WorkerEvent.Taken(stuckWorkerTakes(connection)));
      heartbeat.start();
      tell("right", waitForTask(connection));
    }
  }

  // end::right[]

  private static QueueConnection connect(String url, String name) {
    return QueueConnection.to(url, QueueSettings.named(name).withLease(LEASE));
  }

  /** It takes the task, and is never heard of again. */
  private static Delivery stuckWorkerTakes(QueueConnection connection) throws InterruptedException {
    RedisTaskQueue queue = new RedisTaskQueue(connection);
    queue.enqueue(new ImageTask("t1", "cat.jpg", "grayscale", 0, Instant.now(), Map.of()));
    Delivery delivery = queue.take("stuck", Duration.ZERO);
    if (delivery == null) {
      throw new IllegalStateException("the task that was just handed in is not there");
    }
    return delivery;
  }

  /** {@return whether another worker gets the task within the patience} */
  private static boolean waitForTask(QueueConnection connection) throws InterruptedException {
    Backoff atOnce = new Backoff(Duration.ZERO, Duration.ZERO, new Random());
    try (Recoverer recoverer = new Recoverer(new Leases(connection), LEASE, atOnce)) {
      recoverer.start();
      return new RedisTaskQueue(connection).take("healthy", PATIENCE) != null;
    }
  }

  private static void tell(String kind, boolean taken) {
    IO.println(
        "%s: %s"
            .formatted(
                kind,
                taken
                    ? "another worker has the task"
                    : "after 3 s the task is still with the stuck worker"));
  }
}
