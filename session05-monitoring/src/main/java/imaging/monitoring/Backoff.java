package imaging.monitoring;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: a random time below a ceiling that doubles with each
 * failed attempt ("full jitter").
 *
 * <p>Why random: what failed together would otherwise come back together, and fail together again.
 * Why the ceiling has a cap: 2 to the power of 40 seconds is no pause, it is a loss.
 *
 * <p>After "Exponential Backoff And Jitter", M. Brooker, AWS Architecture Blog, 2015.
 *
 * @param first the ceiling after the first failed attempt
 * @param longest no ceiling is higher
 * @param random where chance comes from; must be thread-safe where several threads use the backoff
 */
public record Backoff(Duration first, Duration longest, RandomGenerator random) {

  public Backoff {
    if (first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "a backoff from %s to %s makes no sense: give 0 <= first <= longest"
              .formatted(first, longest));
    }
  }

  // tag::backoff[]
  /** {@return the highest pause after so many failed attempts, at least 1} Never overflows. */
  public Duration ceiling(int failedAttempts) {
    int doublings = Math.clamp(failedAttempts - 1L, 0, 62);
    long most = longest.toMillis();
    long start = first.toMillis();
    // Compared before it is shifted: shifted first it may overflow and look small, or negative.
    return Duration.ofMillis(start > most >> doublings ? most : start << doublings);
  }

  /** {@return a pause from zero to the ceiling} */
  public Duration pause(int failedAttempts) {
    return Duration.ofMillis(random.nextLong(ceiling(failedAttempts).toMillis() + 1));
  }
  // end::backoff[]
}
