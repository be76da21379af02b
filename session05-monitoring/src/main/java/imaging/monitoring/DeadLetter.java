package imaging.monitoring;

import imaging.queue.TaskStatus;

/**
 * A task that was given up.
 *
 * @param attempts how often it failed, or lost its worker
 * @param reason of the last failure
 */
public record DeadLetter(String id, String image, String pipeline, int attempts, String reason) {

  static DeadLetter of(TaskStatus status) {
    String reason = status.error() == null ? "unknown" : status.error();
    return new DeadLetter(
        status.task().id(),
        status.task().image(),
        status.task().pipeline(),
        status.task().attempt(),
        reason);
  }
}
