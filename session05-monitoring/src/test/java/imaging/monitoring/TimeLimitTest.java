package imaging.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import imaging.workers.ImageTask;
import imaging.workers.PermanentFailure;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TimeLimitTest {

  private static final ImageTask TASK = Queues.task("t");
  private final AtomicInteger hung = new AtomicInteger();

  @Test
  void aTaskInTimeIsAsWithoutALimit() throws InterruptedException {
    MDC.put("task", "t");
    TimeLimit limit =
        new TimeLimit(
            task -> task.id() + MDC.get("task"), Duration.ofMinutes(1), hung::incrementAndGet);
    assertThat(limit.process(TASK)).as("the log context goes along").isEqualTo("tt");
    MDC.clear();
    PermanentFailure failure = new PermanentFailure("no image", new RuntimeException());
    TimeLimit failing =
        new TimeLimit(
            _ -> {
              throw failure;
            },
            Duration.ofMinutes(1),
            hung::incrementAndGet);
    assertThatThrownBy(() -> failing.process(TASK)).isSameAs(failure);
    assertThat(hung).hasValue(0);
  }

  @Test
  void aTaskThatHeedsItsInterruptHarmsNobody() {
    AtomicBoolean interrupted = new AtomicBoolean();
    TimeLimit limit =
        new TimeLimit(
            _ -> {
              try {
                new CountDownLatch(1).await();
                return "never";
              } catch (InterruptedException e) {
                interrupted.set(true);
                throw e;
              }
            },
            Duration.ofMillis(20),
            hung::incrementAndGet);
    assertThatThrownBy(() -> limit.process(TASK))
        .isInstanceOf(TimeLimitException.class)
        .hasMessageContaining("t.png")
        .hasMessageContaining("--task-limit");
    assertThat(interrupted).isTrue();
    assertThat(hung).hasValue(0);
  }

  @Test
  void aTaskThatDoesNotIsTold() {
    AtomicBoolean end = new AtomicBoolean();
    TimeLimit limit =
        new TimeLimit(
            _ -> {
              while (!end.get()) {
                Thread.onSpinWait();
              }
              return "late";
            },
            Duration.ofMillis(20),
            hung::incrementAndGet);
    assertThatThrownBy(() -> limit.process(TASK)).isInstanceOf(TimeLimitException.class);
    assertThat(hung).hasValue(1);
    end.set(true);
  }
}
