package imaging.service;

import imaging.queue.TaskState;
import imaging.queue.TaskStatus;
import imaging.workers.ImageTask;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task as the gateway shows it. Times are ISO 8601 in UTC.
 *
 * @param state {@code pending}, {@code processing}, {@code delayed}, {@code dead}, {@code done} or
 *     {@code cancelled}
 * @param attempt failed attempts so far
 * @param error why the last attempt failed
 * @param task path of this answer
 * @param result path of the result; null until the task is done
 */
public record TaskView(
    String id,
    String state,
    String pipeline,
    int attempt,
    String enqueuedAt,
    @Nullable String takenAt,
    @Nullable String endedAt,
    @Nullable String worker,
    @Nullable String error,
    String task,
    @Nullable String result) {

  static TaskView of(TaskStatus status) {
    ImageTask task = status.task();
    boolean done = status.state() == TaskState.DONE;
    return new TaskView(
        task.id(),
        status.state().name().toLowerCase(Locale.ROOT),
        task.pipeline(),
        task.attempt(),
        task.enqueuedAt().toString(),
        text(status.taken()),
        text(status.ended()),
        status.worker(),
        status.error(),
        "/v1/tasks/" + task.id(),
        done ? "/v1/results/" + task.id() : null);
  }

  static TaskView pending(ImageTask task) {
    return of(new TaskStatus(task, TaskState.PENDING, null, null, null, null, null));
  }

  /** {@return whether nothing more will happen to the task} */
  public boolean hasEnded() {
    return switch (state) {
      case "done", "dead", "cancelled" -> true;
      default -> false;
    };
  }

  private static @Nullable String text(@Nullable Instant time) {
    return Optional.ofNullable(time).map(Instant::toString).orElse(null);
  }
}
