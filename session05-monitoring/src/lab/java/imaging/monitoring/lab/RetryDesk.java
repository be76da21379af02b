package imaging.monitoring.lab;

import imaging.grader.Todo;
import java.time.Duration;
import java.util.List;
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

  private final Rules rules;
  private final LongSupplier nanos;
  private final RandomGenerator random;

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
    throw Todo.todo("RetryDesk.ceiling");
  }

  /** {@return a pause drawn evenly from zero up to the ceiling: "full jitter"} */
  public Duration pause(int failures) {
    throw Todo.todo("RetryDesk.pause");
  }

  /**
   * Counts a failed attempt. The task is due again after a pause that is drawn now, or is dead.
   *
   * @param task one that was handed in for the first time, or came from {@link #takeDue}
   */
  public void failed(String task, String reason) {
    throw Todo.todo("RetryDesk.failed");
  }

  /**
   * The worker has to stop and had not finished the task: it is due at once. That is nobody's
   * failure, so its attempts stay as they are.
   */
  public void gaveBack(String task) {
    throw Todo.todo("RetryDesk.gaveBack");
  }

  /** The task is done: nothing of it is remembered. */
  public void done(String task) {
    throw Todo.todo("RetryDesk.done");
  }

  /**
   * Hands out the tasks that are due.
   *
   * @return those whose time has come, the earliest first; each is handed out once
   */
  public List<String> takeDue() {
    throw Todo.todo("RetryDesk.takeDue");
  }

  /** {@return the dead tasks, in the order in which they died} */
  public List<DeadLetter> deadLetters() {
    throw Todo.todo("RetryDesk.deadLetters");
  }

  /**
   * Gives a dead task a new life: due at once, with all attempts before it again.
   *
   * @return false, with nothing changed, if it is not dead
   */
  public boolean replay(String task) {
    throw Todo.todo("RetryDesk.replay");
  }
}
