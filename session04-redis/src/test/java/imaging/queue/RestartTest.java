package imaging.queue;

import static imaging.queue.Tasks.task;
import static imaging.queue.Tasks.tasks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import imaging.workers.Delivery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redis is killed as by kill -9, and starts again from its append-only file. */
class RestartTest {

  @TempDir private Path folder;
  private LocalRedis redis;
  private QueueConnection connection;
  private RedisTaskQueue queue;
  private Ledger ledger;

  @BeforeEach
  void start() {
    redis = RedisServers.local(Durability.ALWAYS, folder);
    connection = QueueConnection.to(redis.url(), Tasks.freshQueue());
    queue = new RedisTaskQueue(connection);
    ledger = new Ledger(connection);
  }

  @AfterEach
  void stop() {
    connection.close();
    redis.close();
  }

  @Test
  void whatWasAcknowledgedIsStillThere() throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      queue.enqueue(task("t" + i));
    }
    List<Delivery> taken = queue.take("w", 20, Duration.ZERO);
    queue.complete(taken.get(0), "r0");
    queue.fail(taken.get(1), "busy");
    queue.reject(taken.get(2), "not an image");
    QueueCounts before = ledger.counts();
    redis.kill();
    redis.restart();
    assertThat(ledger.counts()).isEqualTo(before);
    assertThat(ledger.result("t0")).contains("r0");
    assertThat(queue.complete(taken.get(3), "r3")).as("the token outlives Redis too").isTrue();
    assertThat(ledger.counts().lost()).isZero();
  }

  @Test
  void aKillInTheMiddleOfEnqueuesLosesNoneThatWasAcknowledged() throws Exception {
    int acknowledged = 0;
    Thread killer = null;
    try {
      while (true) {
        queue.enqueue(task("t" + acknowledged));
        acknowledged++;
        if (acknowledged == 100) {
          killer = Thread.ofPlatform().start(redis::kill);
        }
      }
    } catch (QueueUnavailableException expected) {
      assertThat(acknowledged).isGreaterThanOrEqualTo(100);
    }
    killer.join();
    redis.restart();
    for (int i = 0; i < acknowledged; i++) {
      assertThat(ledger.status("t" + i)).as("task %d was acknowledged", i).isPresent();
    }
    // One more may be there: it was written, and its answer died with Redis.
    assertThat(ledger.counts().pending()).isBetween((long) acknowledged, acknowledged + 1L);
  }

  @Test
  void aRedisThatIsAwayIsSaidInOneSentenceAndComesBack() throws InterruptedException {
    queue.enqueueAll(tasks(2));
    redis.kill();
    assertThatThrownBy(() -> queue.enqueue(task("x")))
        .isInstanceOf(QueueUnavailableException.class)
        .hasMessageContaining("127.0.0.1:")
        .hasMessageContaining("REDIS_URL");
    assertThatThrownBy(() -> queue.take("w", Duration.ofSeconds(5)))
        .isInstanceOf(QueueUnavailableException.class);
    redis.restart();
    assertThat(queue.take("w", Duration.ZERO).task().id()).isEqualTo("t0");
  }

  @Test
  void aRestartBetweenTwoCommandsIsNotNoticed() throws InterruptedException {
    queue.enqueue(task("a"));
    redis.restart();
    assertThat(queue.complete(queue.take("w", Duration.ZERO), "r")).isTrue();
  }
}
