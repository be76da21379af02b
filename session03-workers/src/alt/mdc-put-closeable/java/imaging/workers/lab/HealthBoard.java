package imaging.workers.lab;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** The phase is the reason that it gives, in one atomic reference. */
public final class HealthBoard {

  public record Answer(int status, String reason) {}

  private static final Answer OK = new Answer(200, "ok");

  private final Duration limit;
  private final LongSupplier nanos;
  private final BooleanSupplier queueReachable;
  private final AtomicReference<String> phase = new AtomicReference<>("starting");
  private final AtomicLong turn;

  public HealthBoard(Duration limit, LongSupplier nanos, BooleanSupplier queueReachable) {
    this.limit = limit;
    this.nanos = nanos;
    this.queueReachable = queueReachable;
    this.turn = new AtomicLong(nanos.getAsLong());
  }

  public void turned() {
    turn.set(nanos.getAsLong());
  }

  public void started() {
    phase.compareAndSet("starting", "ok");
  }

  public void draining() {
    phase.set("draining");
  }

  public Answer answer(String path) {
    if (path.equals("/healthz")) {
      Duration since = Duration.ofNanos(nanos.getAsLong() - turn.get());
      return since.compareTo(limit) <= 0 ? OK : new Answer(503, "stuck");
    }
    if (!path.equals("/readyz")) {
      return new Answer(404, "not found");
    }
    String now = phase.get();
    if (!now.equals("ok")) {
      return new Answer(503, now);
    }
    boolean reachable;
    try {
      reachable = queueReachable.getAsBoolean();
    } catch (Exception e) {
      reachable = false;
    }
    return reachable ? OK : new Answer(503, "queue unreachable");
  }
}
