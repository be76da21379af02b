package imaging.workers;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that wait for a worker, and what becomes of them. Thread-safe.
 *
 * <p>A task is at any moment in exactly one place: pending, in the hands of one worker, delayed until
 * its next attempt, dead, or done. What the worker says with an old {@link Delivery} (the task has
 * meanwhile been given to another) changes nothing and returns {@code false}.
 */
public interface TaskQueue extends AutoCloseable {

  /**
   * Adds a task at the end.
   *
   * @throws QueueFullException if the queue is at its bound; nothing was added
   */
  void enqueue(ImageTask task);

  /**
   * Adds all tasks, in order, or none of them.
   *
   * @throws QueueFullException if they do not all fit
   */
  void enqueueAll(List<ImageTask> tasks);

  /**
   * {@return the next task for this worker, or {@code null} if none came within {@code wait}} Waits
   * without polling.
   *
   * @throws InterruptedException if the thread was interrupted while it waited; nothing was taken
   */
  @Nullable Delivery take(String worker, Duration wait) throws InterruptedException;

  /** Stores where the result is and takes the task off the queue, in one step. */
  boolean complete(Delivery delivery, String result);

  /** Puts the task back for another worker, attempts as before: the worker has to stop. */
  boolean giveBack(Delivery delivery);

  /** Counts a failed attempt: the task is tried again later, or is dead after too many. */
  boolean fail(Delivery delivery, String reason);

  /**
   * Declares the task dead at once, because no further attempt can help (a {@link PermanentFailure}).
   * A queue that knows no such short cut counts a failed attempt.
   */
  default boolean reject(Delivery delivery, String reason) {
    return fail(delivery, reason);
  }

  /** {@return whether this queue was closed: a worker that then finds nothing to take may end} */
  default boolean isClosed() {
    return false;
  }

  /** Wakes whoever waits; from now on nothing can be added. */
  @Override
  void close();
}
