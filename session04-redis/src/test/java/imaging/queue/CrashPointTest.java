package imaging.queue;

import static imaging.queue.Tasks.task;
import static imaging.queue.Tasks.tasks;
import static org.assertj.core.api.Assertions.assertThat;

import imaging.queue.FaultyExecutor.Died;
import imaging.queue.FaultyExecutor.Fault;
import imaging.queue.FaultyExecutor.Plan;
import imaging.workers.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs each operation again and again, and lets the process die, or its connection break, at its
 * first command, its second, and so on, before and after Redis carried it out. After each crash
 * somebody recovers, and then each task must be in one place and can be finished.
 */
class CrashPointTest {

  private static final Duration NOW = Duration.ZERO;
  private static LocalRedis redis;

  @BeforeAll
  static void start() {
    redis = RedisServers.local(Durability.NONE);
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  /** What the process that may crash does. Ids it enqueues count from the moment Redis has them. */
  enum Operation {
    ENQUEUE {
      @Override
      void run(Client client) {
        client.queue.enqueue(task("new"));
      }
    },
    ENQUEUE_IN_CHUNKS {
      @Override
      void run(Client client) {
        new RedisTaskQueue(client.connection, 3).enqueueAll(tasks(11));
      }
    },
    TAKE {
      @Override
      void run(Client client) throws InterruptedException {
        client.queue.take("w", NOW);
      }
    },
    TAKE_BATCH {
      @Override
      void run(Client client) throws InterruptedException {
        client.queue.take("w", 3, NOW);
      }
    },
    HEARTBEAT {
      @Override
      void run(Client client) throws InterruptedException {
        client.queue.take("w", NOW);
        client.leases.heartbeat("w");
      }
    },
    STORE_AND_COMPLETE {
      @Override
      void run(Client client) throws InterruptedException {
        Delivery delivery = client.queue.take("w", NOW);
        new RedisImageStore(client.connection, Duration.ofMinutes(1)).put("out.png", new byte[9]);
        client.queue.complete(delivery, "out.png");
      }
    },
    COMPLETE_THEN_TAKE {
      @Override
      void run(Client client) throws InterruptedException {
        client.queue.completeThenTake(client.queue.take("w", NOW), "out.png");
      }
    },
    RETRY {
      @Override
      void run(Client client) throws InterruptedException {
        client.queue.retryLater(client.queue.take("w", NOW), "busy", NOW);
        client.leases.promoteDue(10);
      }
    },
    DEAD_LETTER {
      @Override
      void run(Client client) throws InterruptedException {
        client.queue.reject(client.queue.take("w", NOW), "not an image");
      }
    },
    REPLAY {
      @Override
      void run(Client client) throws InterruptedException {
        client.queue.reject(client.queue.take("w", NOW), "not an image");
        client.ledger.replay(List.of("t0"));
      }
    },
    CANCEL {
      @Override
      void run(Client client) throws InterruptedException {
        client.queue.take("w", NOW);
        client.ledger.cancel("t0");
      }
    },
    DRAIN {
      @Override
      void run(Client client) throws InterruptedException {
        List<Delivery> hands = client.queue.take("w", 2, NOW);
        client.queue.complete(hands.get(0), "out.png");
        client.queue.giveBack(hands.get(1));
        client.leases.leave("w");
      }
    },
    RECOVER {
      @Override
      void run(Client client) {
        for (WorkerInfo worker : client.leases.workers()) {
          client.leases.recover(worker.name(), NOW);
        }
        client.leases.sweep();
      }
    };

    abstract void run(Client client) throws InterruptedException;
  }

  /** A process: its own connection, everything made anew. */
  static final class Client implements AutoCloseable {
    final QueueConnection connection;
    final RedisTaskQueue queue;
    final Leases leases;
    final Ledger ledger;

    Client(QueueSettings settings, Plan plan) {
      connection = QueueConnection.to(redis.url(), settings, plan.around());
      queue = new RedisTaskQueue(connection);
      leases = new Leases(connection);
      ledger = new Ledger(connection);
    }

    @Override
    public void close() {
      connection.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void noCommandIsTheWrongOneToCrashAt(Operation operation) throws InterruptedException {
    for (Fault fault : Fault.values()) {
      int crashes = 0;
      while (crashesAt(operation, crashes + 1, fault)) {
        crashes++;
      }
      assertThat(crashes).as("commands of %s at which it was let down", operation).isPositive();
    }
  }

  /** {@return whether the operation has so many commands} */
  private boolean crashesAt(Operation operation, int command, Fault fault)
      throws InterruptedException {
    String situation = "%s, command %d, %s".formatted(operation, command, fault);
    QueueSettings settings = Tasks.freshQueue().withMaxAttempts(3);
    Plan plan = new Plan(command, fault, nothing -> {});
    try (QueueConnection healthy = QueueConnection.to(redis.url(), settings)) {
      prepare(healthy);
      runUntilItDies(operation, settings, plan);
      Invariants invariants = new Invariants(healthy);
      invariants.recoverEverything();
      List<String> ids = allIds(healthy);
      assertThat(ids).as(situation).contains("t0", "t1", "t2", "t3", "held-by-lost");
      invariants.eachTaskIsInOnePlace(ids, situation);
      invariants.allCanBeFinished(ids, situation);
      new Ledger(healthy).clear();
    }
    return plan.happened();
  }

  /** Four tasks wait, a fifth is in the hands of a worker that is lost. */
  private static void prepare(QueueConnection healthy) throws InterruptedException {
    RedisTaskQueue queue = new RedisTaskQueue(healthy);
    queue.enqueue(task("held-by-lost"));
    queue.take("lost", NOW);
    new Leases(healthy).leave("lost");
    queue.enqueueAll(tasks(4));
  }

  private static void runUntilItDies(Operation operation, QueueSettings settings, Plan plan)
      throws InterruptedException {
    try (Client client = new Client(settings, plan)) {
      operation.run(client);
    } catch (Died expected) {
      assertThat(plan.happened()).isTrue();
    }
  }

  private static List<String> allIds(QueueConnection healthy) {
    String prefix = healthy.key("task:");
    return Keys.matching(healthy, prefix + "*").stream()
        .map(key -> key.substring(prefix.length()))
        .toList();
  }

  private static IntConsumer at(int command, Runnable action) {
    return said -> {
      if (said == command) {
        action.run();
      }
    };
  }

  /** The task arrives while the worker is blocked, or just before: the same for Redis. */
  @ParameterizedTest
  @EnumSource
  void aCrashAroundTheBlockingMoveLosesNothing(Fault fault) throws InterruptedException {
    for (int command = 1, blocking = 0; blocking < 12; command++, blocking++) {
      String situation = "blocking take, command %d, %s".formatted(command, fault);
      QueueSettings settings = Tasks.freshQueue();
      try (QueueConnection healthy = QueueConnection.to(redis.url(), settings)) {
        RedisTaskQueue producer = new RedisTaskQueue(healthy);
        // heartbeat, promote, resume, take: the fifth command of a first take is the blocking one
        Plan plan = new Plan(command, fault, at(5, () -> producer.enqueueAll(tasks(2))));
        try (Client client = new Client(settings, plan)) {
          client.queue.complete(client.queue.take("w", Duration.ofMillis(20)), "out.png");
        } catch (Died | NullPointerException tookNothing) {
          // dead, or its time was up before the task came
        }
        producer.enqueueAll(tasks(2)); // known ids are absorbed
        Invariants invariants = new Invariants(healthy);
        invariants.recoverEverything();
        invariants.eachTaskIsInOnePlace(List.of("t0", "t1"), situation);
        invariants.allCanBeFinished(List.of("t0", "t1"), situation);
      }
    }
  }
}
