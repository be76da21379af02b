package imaging.queue;

import static imaging.queue.Tasks.task;
import static imaging.queue.Tasks.tasks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import imaging.workers.Delivery;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to tasks whose worker is lost, whatever Redis the queue runs on. */
abstract class LeasesContract {

  private static final Duration NOW = Duration.ZERO;

  private QueueConnection connection;
  private RedisTaskQueue queue;
  private Leases leases;
  private Ledger ledger;

  abstract String url();

  @BeforeEach
  void open() {
    connection = QueueConnection.to(url(), Tasks.freshQueue().withMaxAttempts(3));
    queue = new RedisTaskQueue(connection);
    leases = new Leases(connection);
    ledger = new Ledger(connection);
  }

  @AfterEach
  void close() {
    ledger.clear();
    connection.close();
  }

  private void loseWorker(String name) {
    leases.leave(name);
  }

  @Test
  void takingPutsTheWorkerInTheRegister() throws InterruptedException {
    queue.enqueue(task("a"));
    queue.take("w", NOW);
    assertThat(leases.workers())
        .singleElement()
        .satisfies(
            w -> {
              assertThat(w.name()).isEqualTo("w");
              assertThat(w.isAlive()).isTrue();
              assertThat(w.holding()).isEqualTo(1);
            });
  }

  @Test
  void aLeaseRunsOutAndAHeartbeatRenewsIt() {
    leases.heartbeat("w", Duration.ofMillis(30), "host 1");
    await().until(() -> !leases.workers().getFirst().isAlive());
    leases.heartbeat("w", Duration.ofHours(1), "host 1");
    assertThat(leases.workers().getFirst().says()).isEqualTo("host 1");
    assertThat(leases.workers().getFirst().isAlive()).isTrue();
  }

  @Test
  void nothingIsTakenFromAWorkerThatLives() throws InterruptedException {
    queue.enqueue(task("a"));
    queue.take("w", NOW);
    assertThat(leases.recover("w", NOW)).isEqualTo(new Recovery(true, 0, 0));
    assertThat(ledger.counts().processing()).isEqualTo(1);
  }

  @Test
  void aLostWorkersTasksWaitAgainWithOneAttemptMore() throws InterruptedException {
    queue.enqueueAll(tasks(3));
    queue.take("w", 2, NOW);
    loseWorker("w");
    assertThat(leases.recover("w", NOW)).isEqualTo(new Recovery(false, 2, 0));
    assertThat(leases.recover("w", NOW).moved()).as("the second recoverer").isZero();
    List<Delivery> all = queue.take("other", 9, NOW);
    assertThat(all).extracting(d -> d.task().attempt()).containsExactly(0, 1, 1);
    assertThat(all).extracting(d -> d.task().id()).containsExactlyInAnyOrder("t0", "t1", "t2");
  }

  @Test
  void recoveredTasksMayHaveToWait() throws InterruptedException {
    queue.enqueue(task("a"));
    queue.take("w", NOW);
    loseWorker("w");
    leases.recover("w", Duration.ofHours(1));
    assertThat(ledger.counts().delayed()).isEqualTo(1);
    assertThat(ledger.status("a").orElseThrow().state()).isEqualTo(TaskState.DELAYED);
  }

  @Test
  void aWokenWorkerCannotCompleteWhatWasTakenFromIt() throws InterruptedException {
    queue.enqueue(task("a"));
    Delivery paused = queue.take("w", NOW);
    loseWorker("w");
    leases.recover("w", NOW);
    assertThat(queue.complete(paused, "late")).as("it waits for another").isFalse();
    Delivery other = queue.take("w2", NOW);
    assertThat(queue.complete(paused, "late")).as("another has it").isFalse();
    assertThat(queue.fail(paused, "late")).isFalse();
    assertThat(queue.giveBack(paused)).isFalse();
    assertThat(queue.complete(other, "right")).isTrue();
    assertThat(ledger.result("a")).contains("right");
  }

  @Test
  void aTaskThatKillsItsWorkersDies() throws InterruptedException {
    queue.enqueue(task("poison"));
    for (int i = 1; i <= 3; i++) {
      queue.take("w" + i, NOW);
      loseWorker("w" + i);
      assertThat(leases.recover("w" + i, NOW).dead()).isEqualTo(i == 3 ? 1 : 0);
    }
    assertThat(ledger.deadLetters(0, 9).getFirst().error()).contains("w3").contains("lost");
    assertThat(ledger.counts().lost()).isZero();
  }

  @Test
  void aWorkerThatComesBackUnderItsNameGetsItsTasksAgain() throws InterruptedException {
    queue.enqueueAll(tasks(2));
    Delivery before = queue.take("w", NOW);
    RedisTaskQueue restarted = new RedisTaskQueue(connection);
    Delivery after = restarted.take("w", NOW);
    assertThat(after.task()).isEqualTo(before.task());
    assertThat(restarted.take("w", NOW).task().id()).isEqualTo("t1");
    assertThat(queue.complete(before, "late")).isFalse();
    assertThat(restarted.complete(after, "right")).isTrue();
  }

  @Test
  void aWorkerThatLeavesWithEmptyHandsIsForgotten() {
    leases.heartbeat("w");
    assertThat(leases.leave("w")).isZero();
    assertThat(leases.workers()).isEmpty();
  }

  @Test
  void theSweepFindsListsOfWorkersInNoRegister() throws InterruptedException {
    queue.enqueue(task("a"));
    queue.take("w", NOW);
    connection.call(jedis -> jedis.del(connection.key("workers"), connection.key("alive:w")));
    assertThat(ledger.counts().lost()).isEqualTo(1);
    assertThat(leases.sweep()).isEqualTo(1);
    assertThat(leases.sweep()).as("it is in the register now").isZero();
    assertThat(leases.recover("w", NOW).requeued()).isEqualTo(1);
  }
}
