package imaging.workers;

import java.time.Instant;
import java.util.Map;

/**
 * One image to process. Carries a reference to the image, never its bytes (claim check).
 *
 * @param id unique for ever; a result is stored under it, so doing a task twice yields one result
 * @param image where the {@link ImageStore} keeps the input
 * @param pipeline what to do, such as {@code grayscale|blur:radius=2}
 * @param attempt how often the task has been taken and failed before; 0 at first
 * @param enqueuedAt when the producer handed it in
 * @param trace context of the trace that the task belongs to ({@code traceparent}), may be empty
 */
public record ImageTask(
    String id,
    String image,
    String pipeline,
    int attempt,
    Instant enqueuedAt,
    Map<String, String> trace) {

  public ImageTask {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a task needs an id");
    }
    if (attempt < 0) {
      throw new IllegalArgumentException("attempt %d is negative".formatted(attempt));
    }
    trace = Map.copyOf(trace);
  }
}
