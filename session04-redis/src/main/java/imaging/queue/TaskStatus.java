package imaging.queue;

import imaging.workers.ImageTask;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Redis knows of a task. Times by the clock of Redis, except {@code task.enqueuedAt()}, which is
 * the producer's.
 *
 * @param worker who has it, or had it last
 * @param taken when it was handed out last
 * @param ended when it was done, dead or cancelled
 * @param error why the last attempt failed
 * @param result what the worker said when it completed the task
 */
public record TaskStatus(
    ImageTask task,
    TaskState state,
    @Nullable String worker,
    @Nullable Instant taken,
    @Nullable Instant ended,
    @Nullable String error,
    @Nullable String result) {

  static TaskStatus of(String id, Map<String, String> fields) {
    return new TaskStatus(
        TaskFields.toTask(id, fields),
        TaskState.of(fields.getOrDefault("state", "dead")),
        fields.get("worker"),
        time(fields.get("taken")),
        time(fields.get("ended")),
        fields.get("error"),
        fields.get("result"));
  }

  private static @Nullable Instant time(@Nullable String millis) {
    return millis == null ? null : Instant.ofEpochMilli(Long.parseLong(millis));
  }
}
