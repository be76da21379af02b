package imaging.workers.lab;

import imaging.grader.Todo;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Lab L3.3: what a worker answers to the two questions of Kubernetes. Thread-safe.
 *
 * <ul>
 *   <li>{@code /healthz}, liveness: "shall I restart you?" Only a worker whose loop no longer goes
 *       round is helped by that.
 *   <li>{@code /readyz}, readiness: "shall I count on you now?" Not while it starts, not while its
 *       queue is away, not once it drains.
 * </ul>
 */
public final class HealthBoard {

  /**
   * An answer over HTTP.
   *
   * @param status 200 if all is well, 503 if not, 404 for any other path
   * @param reason one of {@code ok}, {@code stuck}, {@code starting}, {@code queue unreachable},
   *     {@code draining}, {@code not found}
   */
  public record Answer(int status, String reason) {}

  private final Duration limit;
  private final LongSupplier nanos;
  private final BooleanSupplier queueReachable;

  /**
   * @param limit how long the loop may take to go round; exactly as long is still alive
   * @param nanos a clock as {@link System#nanoTime}: only differences mean anything, and the values
   *     may be negative or overflow
   * @param queueReachable asks the queue; may throw, which means no
   */
  public HealthBoard(Duration limit, LongSupplier nanos, BooleanSupplier queueReachable) {
    this.limit = limit;
    this.nanos = nanos;
    this.queueReachable = queueReachable;
  }

  /** The worker's loop went round. The time counts from here, or from the constructor. */
  public void turned() {
    throw Todo.todo("HealthBoard.turned");
  }

  /** The worker has started. Changes nothing once it drains. */
  public void started() {
    throw Todo.todo("HealthBoard.started");
  }

  /** The worker takes nothing more, for good. */
  public void draining() {
    throw Todo.todo("HealthBoard.draining");
  }

  /**
   * {@return the answer for {@code /healthz} or {@code /readyz}} Never throws. Where several things
   * are wrong with readiness, the phase (starting, draining) is named before the queue.
   */
  public Answer answer(String path) {
    throw Todo.todo("HealthBoard.answer");
  }
}
