package imaging.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.queue.Durability;
import imaging.queue.Leases;
import imaging.queue.Ledger;
import imaging.queue.LocalRedis;
import imaging.queue.QueueConnection;
import imaging.queue.QueueCounts;
import imaging.queue.QueueSettings;
import imaging.queue.RedisServers;
import imaging.queue.RedisTaskQueue;
import imaging.queue.WorkerInfo;
import imaging.workers.Delivery;
import imaging.workers.WorkerEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Heartbeats and recovery on a real Redis, with clocks that only the test moves. */
class RecovererTest {

  private static final Duration LEASE = Duration.ofSeconds(30);
  private static LocalRedis redis;

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
  private QueueConnection connection;
  private RedisTaskQueue queue;
  private Leases leases;
  private Ledger ledger;

  @BeforeAll
  static void startRedis() {
    redis = RedisServers.local(Durability.NONE);
  }

  @AfterAll
  static void stopRedis() {
    redis.close();
  }

  @BeforeEach
  void connect() {
    QueueSettings settings = Queues.fresh().withLease(LEASE).withMaxAttempts(3);
    connection = QueueConnection.to(redis.url(), settings);
    queue = new RedisTaskQueue(connection);
    leases = new Leases(connection);
    ledger = new Ledger(connection);
  }

  @AfterEach
  void disconnect() {
    connection.close();
  }

  private Recoverer recoverer() {
    return new Recoverer(leases, LEASE, Queues.AT_ONCE, nanos::get);
  }

  private Delivery taken(String worker, String task) throws InterruptedException {
    queue.enqueue(Queues.task(task));
    Delivery delivery = queue.take(worker, Duration.ZERO);
    assertThat(delivery).isNotNull();
    return delivery;
  }

  @Test
  void aLostWorkersTaskGoesToAnotherWithOneAttemptMore() throws InterruptedException {
    taken("a", "t");
    assertThat(recoverer().round()).as("the lease still runs").isZero();
    Queues.leaseRunsOut(redis.url(), connection, "a");
    assertThat(recoverer().round()).isEqualTo(1);
    assertThat(recoverer().round()).as("nothing is left").isZero();
    Delivery again = queue.take("b", Duration.ZERO);
    assertThat(again.task().attempt()).isEqualTo(1);
    assertThat(queue.complete(again, "r")).isTrue();
  }

  @Test
  void whoWakesAfterItsLeaseIsFencedOut() throws InterruptedException {
    Delivery old = taken("a", "t");
    Queues.leaseRunsOut(redis.url(), connection, "a");
    recoverer().round();
    Delivery current = queue.take("b", Duration.ZERO);
    assertThat(queue.complete(old, "stale")).isFalse();
    assertThat(queue.fail(old, "stale")).isFalse();
    assertThat(queue.giveBack(old)).isFalse();
    assertThat(queue.complete(current, "fresh")).isTrue();
    assertThat(ledger.result("t")).contains("fresh");
  }

  @Test
  void aTaskThatKillsItsWorkersEndsDeadAndOthersGoOn() throws InterruptedException {
    queue.enqueue(Queues.task("poison"));
    for (int life = 1; life <= 3; life++) {
      assertThat(queue.take("life-" + life, Duration.ZERO)).as("life %d", life).isNotNull();
      Queues.leaseRunsOut(redis.url(), connection, "life-" + life);
      recoverer().round();
    }
    assertThat(queue.take("next", Duration.ZERO)).isNull();
    assertThat(ledger.deadLetters(0, 9))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.task().attempt()).isEqualTo(3);
              assertThat(letter.error()).contains("life-3").contains("lost");
            });
    assertThat(ledger.replay(List.of("poison"))).isEqualTo(1);
    assertThat(queue.take("next", Duration.ZERO).task().attempt()).isZero();
  }

  @Test
  void manyRecoverersRaceAndEachTaskMovesOnce() throws Exception {
    int workers = 8;
    for (int i = 0; i < workers; i++) {
      taken("w" + i, "t" + i);
      Queues.leaseRunsOut(redis.url(), connection, "w" + i);
    }
    CyclicBarrier start = new CyclicBarrier(6);
    Callable<Integer> race =
        () -> {
          start.await();
          return recoverer().round();
        };
    int moved = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        all.add(threads.submit(race));
      }
      for (Future<Integer> one : all) {
        moved += one.get();
      }
    }
    assertThat(moved).isEqualTo(workers);
    assertThat(ledger.counts())
        .extracting(
            QueueCounts::pending,
            QueueCounts::processing,
            QueueCounts::recovered,
            QueueCounts::lost)
        .containsExactly(8L, 0L, 8L, 0L);
  }

  @Test
  void theHeartBeatsWhileTheLoopTurnsAndStopsWhenItIsStuck() throws InterruptedException {
    try (Heartbeat heartbeat = new Heartbeat(leases, LEASE, Duration.ofSeconds(90), nanos::get)) {
      heartbeat.accept(new WorkerEvent.Taken(taken("a", "t")));
      for (int i = 0; i < 3; i++) {
        Queues.leaseRunsOut(redis.url(), connection, "a");
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        heartbeat.beat();
        assertThat(alive("a")).as("at work for %d s", 30 * (i + 1)).isTrue();
      }
      Queues.leaseRunsOut(redis.url(), connection, "a");
      nanos.addAndGet(1);
      heartbeat.beat();
      assertThat(alive("a")).as("stuck: no beat for a dead brain").isFalse();
      assertThat(recoverer().round()).isEqualTo(1);
      heartbeat.accept(new WorkerEvent.Turned("a"));
      heartbeat.beat();
      assertThat(alive("a")).as("it turns again").isTrue();
      heartbeat.accept(new WorkerEvent.Ended("a"));
      Queues.leaseRunsOut(redis.url(), connection, "a");
      heartbeat.beat();
      assertThat(alive("a")).as("ended").isFalse();
    }
  }

  @Test
  void aBeatTellsWhatTheWorkerDoesAndTakingDoesNotWipeIt() throws InterruptedException {
    try (Heartbeat heartbeat = new Heartbeat(leases, LEASE, Duration.ofSeconds(90), nanos::get)) {
      heartbeat.accept(new WorkerEvent.Taken(taken("a", "t")));
      nanos.addAndGet(Duration.ofMillis(1_500).toNanos());
      heartbeat.beat();
      leases.heartbeat("a"); // as a take does
      WorkerCard card = WorkerCard.parse(leases.workers().getFirst().says());
      assertThat(card).isEqualTo(new WorkerCard(ThisProcess.HOST, ThisProcess.PID, "t", 1_500, 0));
    }
    assertThat(WorkerCard.parse("{\"host\":\"h\",\"new field\":1}").host()).isEqualTo("h");
    assertThat(WorkerCard.parse("not JSON")).isEqualTo(WorkerCard.BLANK);
  }

  private boolean alive(String worker) {
    return leases.workers().stream().anyMatch(info -> info.name().equals(worker) && info.isAlive());
  }

  @Test
  void workersThatSignedOffAreNotInTheRegister() throws InterruptedException {
    queue.complete(taken("a", "t"), "r");
    assertThat(leases.leave("a")).isZero();
    assertThat(leases.workers()).extracting(WorkerInfo::name).doesNotContain("a");
  }
}
