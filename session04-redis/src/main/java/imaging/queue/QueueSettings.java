package imaging.queue;

import java.time.Duration;

/**
 * What all who use one queue must agree on, except {@code bound}, which each producer may choose.
 *
 * @param name keys begin with it, in braces: all keys of a queue lie in one slot of a cluster
 * @param bound most tasks that may wait; more are refused
 * @param maxAttempts a task that failed, or lost its worker, so often is dead
 * @param retryDelay pause before the second attempt; doubles with each further one, up to a minute
 * @param lease how long a worker counts as alive after its last sign of life
 * @param keepResults how long the state and result of an ended task can be asked for
 */
public record QueueSettings(
    String name,
    int bound,
    int maxAttempts,
    Duration retryDelay,
    Duration lease,
    Duration keepResults) {

  private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

  public QueueSettings {
    if (!name.matches("[A-Za-z0-9_.-]+")) {
      throw new IllegalArgumentException(
          "queue name '%s' may have letters, digits, dots, dashes and underscores".formatted(name));
    }
    if (bound < 1 || maxAttempts < 1) {
      throw new IllegalArgumentException(
          "bound %d and attempts %d must be at least 1".formatted(bound, maxAttempts));
    }
    if (lease.toMillis() < 1 || keepResults.toMillis() < 1 || retryDelay.isNegative()) {
      throw new IllegalArgumentException("lease, retry delay and time to keep must be positive");
    }
  }

  /** {@return 100,000 tasks, 5 attempts, first retry after a second, lease 30 s, results kept a day} */
  public static QueueSettings named(String name) {
    return new QueueSettings(
        name, 100_000, 5, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofDays(1));
  }

  public QueueSettings withBound(int tasks) {
    return new QueueSettings(name, tasks, maxAttempts, retryDelay, lease, keepResults);
  }

  public QueueSettings withMaxAttempts(int attempts) {
    return new QueueSettings(name, bound, attempts, retryDelay, lease, keepResults);
  }

  public QueueSettings withRetryDelay(Duration delay) {
    return new QueueSettings(name, bound, maxAttempts, delay, lease, keepResults);
  }

  public QueueSettings withLease(Duration time) {
    return new QueueSettings(name, bound, maxAttempts, retryDelay, time, keepResults);
  }

  public QueueSettings withKeepResults(Duration time) {
    return new QueueSettings(name, bound, maxAttempts, retryDelay, lease, time);
  }

  /** {@return the pause after the given number of failed attempts, without jitter} */
  Duration delayAfter(int failedAttempts) {
    Duration delay = retryDelay.multipliedBy(1L << Math.clamp(failedAttempts - 1, 0, 20));
    return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
  }

  /** {@return the base of all keys, such as <code>{images}</code>; the braces are the hash tag} */
  String base() {
    return "{" + name + "}";
  }

  String key(String rest) {
    return base() + ":" + rest;
  }
}
