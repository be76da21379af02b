package imaging.queue;

import static imaging.queue.Tasks.tasks;
import static org.assertj.core.api.Assertions.assertThat;

import imaging.queue.FaultyExecutor.Fault;
import imaging.queue.FaultyExecutor.Plan;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two recoverers, stopped at each pair of steps, and a third that dies: each task moves once. */
class RecoveryRaceTest {

  private static final Duration NOW = Duration.ZERO;
  private static final List<String> IDS = List.of("t0", "t1", "t2");
  private static final int NEVER = Integer.MAX_VALUE;
  private static LocalRedis redis;

  @BeforeAll
  static void start() {
    redis = RedisServers.local(Durability.NONE);
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  /** A recoverer's round: who is there, recover each, promote what is due. */
  private static int round(QueueSettings settings, Plan plan) {
    int moved = 0;
    try (QueueConnection connection = QueueConnection.to(redis.url(), settings, plan.around())) {
      Leases leases = new Leases(connection);
      for (WorkerInfo worker : leases.workers()) {
        if (!worker.isAlive()) {
          moved += leases.recover(worker.name(), NOW).moved();
        }
      }
      leases.promoteDue(10);
    }
    return moved;
  }

  private static void twoLostWorkers(QueueConnection healthy) throws InterruptedException {
    RedisTaskQueue queue = new RedisTaskQueue(healthy);
    queue.enqueueAll(tasks(3));
    queue.take("lost-1", 2, NOW);
    queue.take("lost-2", NOW);
    Leases leases = new Leases(healthy);
    leases.leave("lost-1");
    leases.leave("lost-2");
  }

  @Test
  void twoRecoverersInterleavedAtEachStepMoveEachTaskOnce() throws Exception {
    for (int first = 1; first <= 5; first++) {
      for (int second = 1; second <= 5; second++) {
        String situation = "A before command %d, B before %d".formatted(first, second);
        QueueSettings settings = Tasks.freshQueue();
        try (QueueConnection healthy = QueueConnection.to(redis.url(), settings)) {
          twoLostWorkers(healthy);
          assertThat(interleaved(settings, first, second)).as(situation).isEqualTo(3);
          Invariants invariants = new Invariants(healthy);
          invariants.eachTaskIsInOnePlace(IDS, situation);
          assertThat(healthy.<List<String>>call(j -> j.lrange(healthy.key("pending"), 0, -1)))
              .as(situation)
              .containsExactlyInAnyOrderElementsOf(IDS);
          invariants.allCanBeFinished(IDS, situation);
        }
      }
    }
  }

  /** A runs up to its step, B up to its own, A to its end, B to its end. */
  private static int interleaved(QueueSettings settings, int first, int second) throws Exception {
    CountDownLatch stepOfB = new CountDownLatch(1);
    CountDownLatch endOfA = new CountDownLatch(1);
    CompletableFuture<Integer> b = new CompletableFuture<>();
    Runnable startB =
        () -> {
          Thread.ofPlatform().start(() -> b.complete(runB(settings, second, stepOfB, endOfA)));
          await(stepOfB);
        };
    Plan planA = new Plan(NEVER, Fault.DIES_BEFORE, said -> runAt(said, first, startB));
    int movedByA = round(settings, planA);
    endOfA.countDown();
    return movedByA + (stepOfB.getCount() == 0 ? b.get() : 0);
  }

  private static int runB(
      QueueSettings settings, int step, CountDownLatch reached, CountDownLatch goOn) {
    Runnable pause =
        () -> {
          reached.countDown();
          await(goOn);
        };
    try {
      return round(settings, new Plan(NEVER, Fault.DIES_BEFORE, said -> runAt(said, step, pause)));
    } finally {
      reached.countDown();
    }
  }

  private static void runAt(int said, int step, Runnable action) {
    if (said == step) {
      action.run();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aRecovererThatDiesAnywhereLeavesTheRestToTheNext() throws Exception {
    for (Fault fault : List.of(Fault.DIES_BEFORE, Fault.DIES_AFTER)) {
      for (int step = 1; step <= 5; step++) {
        QueueSettings settings = Tasks.freshQueue();
        try (QueueConnection healthy = QueueConnection.to(redis.url(), settings)) {
          twoLostWorkers(healthy);
          try {
            round(settings, new Plan(step, fault, nothing -> {}));
          } catch (FaultyExecutor.Died expected) {
            // the next recoverer's turn
          }
          round(settings, new Plan(NEVER, fault, nothing -> {}));
          String situation = "recoverer, command %d, %s".formatted(step, fault);
          new Invariants(healthy).eachTaskIsInOnePlace(IDS, situation);
          assertThat(new Ledger(healthy).counts())
              .as(situation)
              .extracting(QueueCounts::pending, QueueCounts::recovered)
              .containsExactly(3L, 3L);
        }
      }
    }
  }
}
