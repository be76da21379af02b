package imaging.queue;

import static imaging.queue.Tasks.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contracts on the Redis of production, and with a network between that fails. */
@Tag("docker")
@ExtendWith(NeedsDocker.class)
class DockerQueueTest {

  private static FaultyNetwork network;

  @BeforeAll
  static void start() {
    network = new FaultyNetwork();
  }

  @AfterAll
  static void stop() {
    network.close();
  }

  @Nested
  class Queue extends QueueContract {
    @Override
    String url() {
      return network.directUrl();
    }
  }

  @Nested
  class Recovering extends LeasesContract {
    @Override
    String url() {
      return network.directUrl();
    }
  }

  private interface Story {
    void tell(RedisTaskQueue queue, Ledger ledger) throws Exception;
  }

  private static void throughTheNetwork(Story story) throws Exception {
    try (QueueConnection direct = QueueConnection.to(network.directUrl(), Tasks.freshQueue());
        QueueConnection faulty = QueueConnection.to(network.faultyUrl(), direct.settings())) {
      story.tell(new RedisTaskQueue(faulty), new Ledger(direct));
      new Ledger(direct).clear();
    }
  }

  @Test
  void aCutConnectionIsSaidInOneSentenceAndHeals() throws Exception {
    throughTheNetwork(
        (queue, ledger) -> {
          queue.enqueue(task("a"));
          network.cut();
          assertThatThrownBy(() -> queue.take("w", Duration.ofSeconds(1)))
              .isInstanceOf(QueueUnavailableException.class)
              .hasMessageContaining("does not answer");
          network.heal();
          assertThat(queue.complete(queue.take("w", Duration.ZERO), "r")).isTrue();
          assertThat(ledger.counts().lost()).isZero();
        });
  }

  @Test
  void anAnswerThatIsLostOnTheWayLeavesNoTaskInNobodysHands() throws Exception {
    throughTheNetwork(
        (queue, ledger) -> {
          queue.enqueue(task("a"));
          queue.take("w", Duration.ZERO);
          queue.enqueue(task("b"));
          network.loseAnswers();
          assertThatThrownBy(() -> queue.take("w", Duration.ZERO))
              .isInstanceOf(QueueUnavailableException.class);
          assertThat(ledger.counts().processing()).as("Redis handed b out").isEqualTo(2);
          network.heal();
          assertThat(queue.take("w", Duration.ZERO).task().id()).isEqualTo("b");
        });
  }
}
