package imaging.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import imaging.queue.Durability;
import imaging.queue.LocalRedis;
import imaging.queue.QueueCounts;
import imaging.queue.RedisServers;
import imaging.workers.Delivery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real worker processes and a real Redis, stopped, killed and frozen from outside. */
class ProcessTest {

  private static final Duration LEASE = Duration.ofSeconds(1);

  @TempDir private Path folder;
  private LocalRedis redis;

  @BeforeEach
  void startRedis() {
    redis = RedisServers.local(Durability.ALWAYS, folder);
  }

  @AfterEach
  void stopRedis() {
    redis.close();
  }

  private Scene scene(int attempts) {
    return new Scene(redis, folder, LEASE, attempts);
  }

  @Test
  void killedWorkersLoseNothingAndEachResultComesOnce() {
    try (Scene scene = scene(50)) {
      List<String> ids = scene.submit("t", 60, "take:40");
      try (Fleet fleet = scene.fleet(3)) {
        Random random = new Random(5);
        for (int kill = 1; kill <= 4; kill++) {
          await("a worker at work")
              .atMost(Scene.PATIENCE)
              .until(
                  () -> {
                    scene.monitor.look();
                    return fleet.killOneAtWork(scene.monitor.latest(), random)
                        || scene.ledger.counts().open() == 0;
                  });
        }
        scene.awaitCounts("all done", counts -> counts.open() == 0);
      }
      QueueCounts counts = scene.ledger.counts();
      assertThat(counts)
          .extracting(
              QueueCounts::submitted, QueueCounts::done, QueueCounts::dead, QueueCounts::lost)
          .containsExactly(60L, 60L, 0L, 0L);
      assertThat(scene.results()).containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // it has no SIGTERM that a process could answer
  void sigtermUnderLoadEndsInOrderAndNoTaskComesBackTwice() throws InterruptedException {
    try (Scene scene = new Scene(redis, folder, Duration.ofSeconds(20), 5)) {
      scene.submit("t", 500, "take:150");
      try (Fleet fleet = scene.fleet(2)) {
        scene.awaitCounts("both under load", counts -> counts.processing() == 2);
        assertThat(fleet.stop(Duration.ofSeconds(60)))
            .as("exit codes, within the grace period")
            .containsExactly(0, 0);
      }
      QueueCounts counts = scene.ledger.counts();
      assertThat(counts.processing()).as("nothing left in hand").isZero();
      assertThat(counts.recovered() + counts.failed() + counts.refused())
          .as("nothing had to be recovered, retried or refused")
          .isZero();
      assertThat(counts.done() + counts.pending()).isEqualTo(500);
      assertThat(scene.results()).hasSize((int) counts.done());
      assertThat(scene.leases.workers()).as("all signed off").isEmpty();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // it has no SIGTERM that a process could answer
  void whatDoesNotFinishWithinTheGraceIsGivenBackWithNoAttemptCounted() throws Exception {
    try (Scene scene = scene(5)) {
      scene.submit("long", 1, "take:600000");
      try (Fleet fleet = scene.fleet(1, "--grace", "0.3")) {
        scene.awaitCounts("in hand", counts -> counts.processing() == 1);
        assertThat(fleet.stop(Duration.ofSeconds(60))).containsExactly(0);
      }
      Delivery next = scene.queue.take("next", Duration.ZERO);
      assertThat(next.task().attempt()).isZero();
      assertThat(scene.ledger.counts().recovered()).isZero();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // it has no SIGSTOP
  void aWorkerFrozenForLongerThanItsLeaseIsFencedOut() throws Exception {
    try (Scene scene = scene(5)) {
      scene.submit("t", 1, "take:700");
      try (Fleet fleet = scene.fleet(1)) {
        scene.awaitCounts("in hand", counts -> counts.processing() == 1);
        signal("STOP", fleet.member(0));
        Recoverer recoverer = new Recoverer(scene.leases, LEASE, Queues.AT_ONCE);
        await("its lease runs out").atMost(Scene.PATIENCE).until(() -> recoverer.round() == 1);
        Delivery ours = scene.queue.take("other", Duration.ofSeconds(5));
        assertThat(ours).isNotNull();
        signal("CONT", fleet.member(0));
        scene.awaitCounts("its word is refused", counts -> counts.refused() == 1);
        assertThat(scene.queue.complete(ours, "ours")).isTrue();
        assertThat(scene.ledger.result("t0")).contains("ours");
      }
    }
  }

  private static void signal(String name, Process process)
      throws IOException, InterruptedException {
    String pid = Long.toString(process.pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  @Test
  void poisonEndsDeadAndNeverBlocksOthers() {
    try (Scene scene = scene(2)) {
      scene.submit("crash", 1, "crash");
      scene.submit("hang", 1, "hang");
      List<String> innocent = scene.submit("ok", 10, "take:5");
      try (Fleet fleet = scene.fleet(2, "--task-limit", "1", "--grace", "1")) {
        scene.awaitCounts("two dead, all others done", c -> c.dead() == 2 && c.done() == 10);
        assertThat(fleet.restarts()).as("who hung or crashed was replaced").isPositive();
      }
      assertThat(scene.results()).containsExactlyInAnyOrderElementsOf(innocent);
      List<String> reasons = new ArrayList<>();
      scene.ledger.deadLetters(0, 9).forEach(l -> reasons.add(l.task().id() + ": " + l.error()));
      assertThat(reasons).anySatisfy(r -> assertThat(r).startsWith("crash0").contains("was lost"));
      assertThat(reasons).anySatisfy(r -> assertThat(r).startsWith("hang0"));
    }
  }

  @Test
  void redisAwayIsSaidOnceSurvivedAndNothingAcknowledgedIsLost() {
    try (Scene scene = scene(50)) {
      List<String> ids = scene.submit("t", 60, "take:40");
      try (Fleet fleet = scene.fleet(2)) {
        scene.awaitCounts("under way", counts -> counts.done() >= 3);
        redis.kill();
        scene.monitor.look();
        assertThat(scene.monitor.latest().problem()).contains("does not answer");
        await("said")
            .atMost(Scene.PATIENCE)
            .until(
                () ->
                    scene.said(1, "queue does not answer") > 0
                        && scene.said(2, "queue does not answer") > 0);
        redis.restart();
        scene.awaitCounts("all done", counts -> counts.open() == 0);
        assertThat(fleet.restarts()).as("nobody had to be restarted").isZero();
        scene.monitor.look();
        assertThat(scene.monitor.latest().problem()).isNull();
      }
      assertThat(scene.said(1, "queue does not answer")).as("said once").isEqualTo(1);
      assertThat(scene.said(1, "the queue is back")).isEqualTo(1);
      assertThat(scene.ledger.counts())
          .extracting(QueueCounts::submitted, QueueCounts::done, QueueCounts::lost)
          .containsExactly(60L, 60L, 0L);
      assertThat(scene.results()).containsExactlyInAnyOrderElementsOf(ids);
    }
  }
}
