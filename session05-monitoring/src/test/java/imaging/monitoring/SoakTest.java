package imaging.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.queue.Durability;
import imaging.queue.LocalRedis;
import imaging.queue.QueueCounts;
import imaging.queue.RedisServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** For an hour when nobody waits: {@code mvn -pl session05-monitoring test -Dtest=SoakTest -Dsoak}. */
@Tag("soak")
@EnabledIfSystemProperty(named = "soak", matches = ".*", disabledReason = "runs with -Dsoak only")
class SoakTest {

  private static final int TASKS = 10_000;
  private static final int KILLS = 100;

  @Test
  void aHundredKillsLoseNoneOfTenThousandTasks(@TempDir Path folder) {
    long start = System.nanoTime();
    try (LocalRedis redis = RedisServers.local(Durability.ALWAYS, folder);
        Scene scene = new Scene(redis, folder, Duration.ofSeconds(2), 200)) {
      scene.submit("t", TASKS, "take:15");
      int kills = 0;
      try (Fleet fleet = scene.fleet(3)) {
        Random random = new Random(Long.getLong("soak.seed", 5));
        // Spread over the whole run: one kill for each hundredth part of the work.
        while (scene.ledger.counts().open() > 0) {
          scene.monitor.look();
          long due = scene.monitor.latest().counts().done() * (KILLS + 2L) / TASKS;
          if (kills < Math.min(KILLS, due) && fleet.killOneAtWork(scene.monitor.latest(), random)) {
            kills++;
          }
          Awaitility.await().pollDelay(Duration.ofMillis(100)).until(() -> true);
        }
      }
      QueueCounts counts = scene.ledger.counts();
      System.out.printf(
          "soak: %d submitted, %d done, %d dead, %d lost, %d recovered, %d refused, %d results,"
              + " %d kills, %d s%n",
          counts.submitted(),
          counts.done(),
          counts.dead(),
          counts.lost(),
          counts.recovered(),
          counts.refused(),
          scene.results().size(),
          kills,
          (System.nanoTime() - start) / 1_000_000_000);
      assertThat(kills).isEqualTo(KILLS);
      assertThat(counts)
          .extracting(
              QueueCounts::submitted, QueueCounts::done, QueueCounts::dead, QueueCounts::lost)
          .containsExactly((long) TASKS, (long) TASKS, 0L, 0L);
      assertThat(scene.results()).hasSize(TASKS).doesNotHaveDuplicates();
    }
  }
}
