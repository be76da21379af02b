package imaging.workers.lab;

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

  private enum Phase {
    STARTING,
    STARTED,
    DRAINING
  }

  private final Duration limit;
  private final LongSupplier nanos;
  private final BooleanSupplier queueReachable;
  private volatile Phase phase = Phase.STARTING;
  private volatile long lastTurn;

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
    this.lastTurn = nanos.getAsLong();
  }

  /** The worker's loop went round. The time counts from here, or from the constructor. */
  public void turned() {
    lastTurn = nanos.getAsLong();
  }

  /** The worker has started. Changes nothing once it drains. */
  public synchronized void started() {
    if (phase == Phase.STARTING) {
      phase = Phase.STARTED;
    }
  }

  /** The worker takes nothing more, for good. */
  public synchronized void draining() {
    phase = Phase.DRAINING;
  }

  /**
   * {@return the answer for {@code /healthz} or {@code /readyz}} Never throws. Where several things
   * are wrong with readiness, the phase (starting, draining) is named before the queue.
   */
  public Answer answer(String path) {
    return switch (path) {
      case "/healthz" -> liveness();
      case "/readyz" -> readiness();
      default -> new Answer(404, "not found");
    };
  }

  private Answer liveness() {
    boolean stuck = nanos.getAsLong() - lastTurn > limit.toNanos();
    return stuck ? new Answer(503, "stuck") : new Answer(200, "ok");
  }

  private Answer readiness() {
    return switch (phase) {
      case STARTING -> new Answer(503, "starting");
      case DRAINING -> new Answer(503, "draining");
      case STARTED -> reachable() ? new Answer(200, "ok") : new Answer(503, "queue unreachable");
    };
  }

  private boolean reachable() {
    try {
      return queueReachable.getAsBoolean();
    } catch (RuntimeException e) {
      return false;
    }
  }
}
