package imaging.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.queue.Durability;
import imaging.queue.Leases;
import imaging.queue.Ledger;
import imaging.queue.LocalRedis;
import imaging.queue.QueueConnection;
import imaging.queue.QueueCounts;
import imaging.queue.QueueSettings;
import imaging.queue.QueueUnavailableException;
import imaging.queue.RedisServers;
import imaging.queue.RedisTaskQueue;
import imaging.workers.Delivery;
import imaging.workers.ImageTask;
import imaging.workers.WorkerEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What this session adds to a worker's life, cut off after its k-th command to Redis, for every k:
 * the process is dead from there on. Then another process recovers, and each task ends once.
 */
class CrashPointTest {

  private static final Duration NOW = Duration.ZERO;
  private static final List<ImageTask> TASKS = Queues.tasks(4);

  private LocalRedis redis;

  @BeforeEach
  void start() {
    redis = RedisServers.local(Durability.NONE);
  }

  @AfterEach
  void stop() {
    redis.close();
  }

  /** What the process does that dies. */
  enum Life {
    BEAT {
      @Override
      void live(QueueConnection connection) throws InterruptedException {
        Heartbeat heartbeat =
            new Heartbeat(new Leases(connection), Duration.ofSeconds(30), Duration.ofSeconds(30));
        Delivery delivery = new RedisTaskQueue(connection).take("mortal", NOW);
        heartbeat.accept(new WorkerEvent.Taken(delivery));
        heartbeat.beat();
      }
    },
    RECOVER {
      @Override
      void live(QueueConnection connection) {
        new Recoverer(new Leases(connection), Duration.ofSeconds(30), Queues.AT_ONCE).round();
      }
    },
    FAIL_AND_RETRY {
      @Override
      void live(QueueConnection connection) throws InterruptedException {
        RetryingQueue queue = new RetryingQueue(new RedisTaskQueue(connection), Queues.AT_ONCE);
        queue.fail(queue.take("mortal", NOW), "busy");
        new Leases(connection).promoteDue(10);
      }
    },
    DRAIN {
      @Override
      void live(QueueConnection connection) throws InterruptedException {
        RedisTaskQueue queue = new RedisTaskQueue(connection);
        List<Delivery> hands = queue.take("mortal", 2, NOW);
        queue.complete(hands.get(0), "result");
        queue.giveBack(hands.get(1));
        new Leases(connection).leave("mortal");
      }
    };

    abstract void live(QueueConnection connection) throws InterruptedException;
  }

  @ParameterizedTest
  @EnumSource
  void noCommandIsTheWrongOneToDieAt(Life life) throws Exception {
    boolean died = true;
    for (int commands = 0; died; commands++) {
      assertThat(commands).as("this life has an end").isLessThan(40);
      QueueSettings settings = Queues.fresh().withMaxAttempts(9);
      try (QueueConnection healthy = QueueConnection.to(redis.url(), settings)) {
        RedisTaskQueue queue = new RedisTaskQueue(healthy);
        queue.enqueueAll(TASKS);
        queue.take("lost", NOW);
        new Leases(healthy).leave("lost");
        died = diesAfter(commands, life, settings);
        new Leases(healthy).leave("mortal"); // its lease runs out
        othersFinish(healthy, "%s, dead after %d commands".formatted(life, commands));
      }
    }
  }

  /** The way to Redis is cut after so many commands, and stays cut: for Redis a death is just that. */
  private boolean diesAfter(int commands, Life life, QueueSettings settings) throws Exception {
    try (CuttingProxy proxy = CuttingProxy.to(redis.url(), commands);
        QueueConnection mortal = QueueConnection.to(proxy.url(), settings)) {
      life.live(mortal);
      return proxy.hasCut();
    } catch (QueueUnavailableException | NullPointerException e) {
      return true;
    }
  }

  private static void othersFinish(QueueConnection healthy, String situation)
      throws InterruptedException {
    RedisTaskQueue queue = new RedisTaskQueue(healthy);
    Recoverer recoverer =
        new Recoverer(new Leases(healthy), Duration.ofSeconds(30), Queues.AT_ONCE);
    recoverer.round();
    recoverer.round();
    for (Delivery next = queue.take("healthy", NOW);
        next != null;
        next = queue.take("healthy", NOW)) {
      assertThat(queue.complete(next, "result")).as(situation).isTrue();
    }
    assertThat(new Ledger(healthy).counts())
        .as(situation)
        .extracting(QueueCounts::submitted, QueueCounts::done, QueueCounts::open, QueueCounts::lost)
        .containsExactly(4L, 4L, 0L, 0L);
  }
}
