package imaging.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff =
      new Backoff(Duration.ofMillis(100), Duration.ofMillis(1_601), new Random(7));

  @Test
  void theCeilingDoublesUpToTheLongest() {
    assertThat(IntStream.rangeClosed(1, 7).mapToObj(n -> backoff.ceiling(n).toMillis()))
        .containsExactly(100L, 200L, 400L, 800L, 1600L, 1601L, 1601L);
  }

  @Test
  void noNumberOfFailuresOverflows() {
    for (int failures : new int[] {31, 32, 63, 64, 65, Integer.MAX_VALUE}) {
      assertThat(backoff.ceiling(failures)).isEqualTo(Duration.ofMillis(1_601));
    }
  }

  @Test
  void pausesLieBetweenZeroAndTheCeiling() {
    var pauses =
        IntStream.range(0, 5_000).mapToLong(i -> backoff.pause(2).toMillis()).summaryStatistics();
    assertThat(pauses.getMin()).isZero();
    assertThat(pauses.getMax()).isEqualTo(200);
    assertThat(pauses.getAverage()).isBetween(95.0, 105.0);
  }

  @Test
  void aLongestBelowTheFirstIsRefused() {
    assertThatThrownBy(
            () -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1), new Random()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT2S");
  }
}
