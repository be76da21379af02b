package imaging.workers.lab;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Lab L3.3: the id of the task in every line of the log, under the key {@link #TASK} of the MDC.
 *
 * <p>The MDC is a map of the current thread. Other keys in it belong to others: leave them as they
 * are.
 */
public final class TaskContext {

  /** The key in the MDC. */
  public static final String TASK = "task";

  private TaskContext() {}

  /**
   * Runs the work on this thread with the task's id in the context. Afterwards, also when the work
   * throws, the context has the id that it had before, or none.
   */
  public static void run(String taskId, Runnable work) {
    String before = MDC.get(TASK);
    MDC.put(TASK, taskId);
    try {
      work.run();
    } finally {
      restore(before);
    }
  }

  private static void restore(@Nullable String before) {
    if (before == null) {
      MDC.remove(TASK);
    } else {
      MDC.put(TASK, before);
    }
  }

  /**
   * Packs up work for another thread, which has a context of its own.
   *
   * @return runs the work in the whole context that the caller of this method had when it called;
   *     afterwards, also when the work throws, the other thread has its own context back
   */
  public static Runnable carry(Runnable work) {
    Map<String, String> mine = MDC.getCopyOfContextMap();
    return () -> {
      Map<String, String> theirs = MDC.getCopyOfContextMap();
      set(mine);
      try {
        work.run();
      } finally {
        set(theirs);
      }
    };
  }

  private static void set(@Nullable Map<String, String> context) {
    if (context == null) {
      MDC.clear();
    } else {
      MDC.setContextMap(context);
    }
  }
}
