package imaging.monitoring.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Lab L5.3: what becomes of tasks that fail. They wait for a random while and are tried again, a
 * bounded number of times, and then lie with their reason where a person can look at them. For one
 * thread.
 */
public final class RetryDesk {

  /**
   * The rules.
   *
   * @param maxAttempts a task that failed so often is dead; at least 1
   * @param first the ceiling of the pause after the first failure; positive
   * @param longest no ceiling is higher than this
   */
  public record Rules(int maxAttempts, Duration first, Duration longest) {}

  /**
   * A task that was given up.
   *
   * @param attempts how often it failed
   * @param reason of the last failure
   */
  public record DeadLetter(String task, int attempts, String reason) {}

  private record Waiting(String task, long dueAt) {}

  private final Rules rules;
  private final LongSupplier nanos;
  private final RandomGenerator random;
  private final Map<String, Integer> attempts = new HashMap<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<DeadLetter> dead = new ArrayList<>();

  /**
   * @param nanos a clock as {@link System#nanoTime}: only differences mean anything, and the values
   *     may be negative or overflow
   * @param random where chance comes from
   */
  public RetryDesk(Rules rules, LongSupplier nanos, RandomGenerator random) {
    this.rules = rules;
    this.nanos = nanos;
    this.random = random;
  }

  /**
   * {@return the highest pause after so many failures: {@code first}, then twice that, four times
   * that …, never more than {@code longest}} Never overflows, whatever the number of failures.
   *
   * @param failures 1 or more
   */
  public Duration ceiling(int failures) {
    int doublings = Math.min(failures - 1, 62);
    long first = rules.first().toNanos();
    long most = rules.longest().toNanos();
    // The limit is halved, instead of doubling the pause: that way nothing can overflow.
    return Duration.ofNanos(first > most >> doublings ? most : first << doublings);
  }

  /** {@return a pause drawn evenly from zero up to the ceiling: "full jitter"} */
  public Duration pause(int failures) {
    return Duration.ofNanos(random.nextLong(ceiling(failures).toNanos()));
  }

  /**
   * Counts a failed attempt. The task is due again after a pause that is drawn now, or is dead.
   *
   * @param task one that was handed in for the first time, or came from {@link #takeDue}
   */
  public void failed(String task, String reason) {
    int failures = attempts.merge(task, 1, Integer::sum);
    if (failures >= rules.maxAttempts()) {
      attempts.remove(task);
      dead.add(new DeadLetter(task, failures, reason));
    } else {
      waiting.add(new Waiting(task, nanos.getAsLong() + pause(failures).toNanos()));
    }
  }

  /**
   * The worker has to stop and had not finished the task: it is due at once. That is nobody's
   * failure, so its attempts stay as they are.
   */
  public void gaveBack(String task) {
    waiting.add(new Waiting(task, nanos.getAsLong()));
  }

  /** The task is done: nothing of it is remembered. */
  public void done(String task) {
    attempts.remove(task);
  }

  /**
   * Hands out the tasks that are due.
   *
   * @return those whose time has come, the earliest first; each is handed out once
   */
  public List<String> takeDue() {
    long now = nanos.getAsLong();
    waiting.sort(Comparator.comparingLong(task -> task.dueAt() - now));
    List<String> due = new ArrayList<>();
    for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
      Waiting next = all.next();
      if (next.dueAt() - now <= 0) {
        due.add(next.task());
        all.remove();
      }
    }
    return due;
  }

  /** {@return the dead tasks, in the order in which they died} */
  public List<DeadLetter> deadLetters() {
    return List.copyOf(dead);
  }

  /**
   * Gives a dead task a new life: due at once, with all attempts before it again.
   *
   * @return false, with nothing changed, if it is not dead
   */
  public boolean replay(String task) {
    if (!dead.removeIf(letter -> letter.task().equals(task))) {
      return false;
    }
    gaveBack(task);
    return true;
  }
}
