package imaging.queue;

import java.util.Locale;

/** Where a task is: at any moment in exactly one of these. A cancelled task has ended, as a done one. */
public enum TaskState {
  PENDING,
  PROCESSING,
  DELAYED,
  DEAD,
  DONE,
  CANCELLED;

  static TaskState of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
