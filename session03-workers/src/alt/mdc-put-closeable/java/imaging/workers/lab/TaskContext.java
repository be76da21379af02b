package imaging.workers.lab;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Both methods are one: run with another whole map, then put the old map back. */
public final class TaskContext {

  public static final String TASK = "task";

  private TaskContext() {}

  public static void run(String taskId, Runnable work) {
    within(
        MDC.getCopyOfContextMap(),
        () -> {
          try (var _ = MDC.putCloseable(TASK, taskId)) {
            work.run();
          }
        });
  }

  public static Runnable carry(Runnable work) {
    Map<String, String> context = MDC.getCopyOfContextMap();
    return () -> within(context, work);
  }

  private static void within(@Nullable Map<String, String> context, Runnable work) {
    Map<String, String> before = MDC.getCopyOfContextMap();
    MDC.setContextMap(Objects.requireNonNullElse(context, Map.of()));
    try {
      work.run();
    } finally {
      MDC.setContextMap(Objects.requireNonNullElse(before, Map.of()));
    }
  }
}
