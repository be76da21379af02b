package imaging.monitoring;

import imaging.workers.ImageTask;
import imaging.workers.TaskProcessor;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.MDC;

/**
 * Gives each task so much time and no more.
 *
 * <p>A thread cannot be killed in Java. So a task that is over its time is interrupted; if its thread
 * goes on all the same, the attempt counts as failed and {@code hung} is told, once for each: only
 * the end of the process gives that core back.
 */
public final class TimeLimit implements TaskProcessor {

  private static final Duration TO_NOTICE_AN_INTERRUPT = Duration.ofMillis(500);

  private final TaskProcessor processor;
  private final Duration limit;
  private final Runnable hung;

  /**
   * @param hung called on the worker's thread when a task does not heed its interrupt; must return
   */
  public TimeLimit(TaskProcessor processor, Duration limit, Runnable hung) {
    this.processor = processor;
    this.limit = limit;
    this.hung = hung;
  }

  // tag::limit[]
  @Override
  public String process(ImageTask task) throws InterruptedException {
    Map<String, String> context = MDC.getCopyOfContextMap();
    FutureTask<String> work =
        new FutureTask<>(
            () -> {
              MDC.setContextMap(context == null ? Map.of() : context);
              return processor.process(task);
            });
    Thread thread =
        Thread.ofPlatform().daemon().name(Thread.currentThread().getName() + "-task").start(work);
    try {
      return work.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      if (!endsAfterInterrupt(thread)) {
        hung.run();
      }
      throw new TimeLimitException(task.image(), limit);
    } catch (ExecutionException e) {
      throw asItWas(e);
    } catch (InterruptedException e) {
      thread.interrupt(); // the worker has to stop: so has its task
      throw e;
    }
  }

  // end::limit[]

  private static boolean endsAfterInterrupt(Thread thread) throws InterruptedException {
    thread.interrupt();
    return thread.join(TO_NOTICE_AN_INTERRUPT);
  }

  /** The worker must see the same exception as without a limit: a permanent failure, an Error. */
  private static RuntimeException asItWas(ExecutionException e) throws InterruptedException {
    return switch (e.getCause()) {
      case RuntimeException failure -> failure;
      case Error error -> throw error;
      case InterruptedException stopped -> throw stopped;
      case null, default -> new IllegalStateException("a task cannot throw this", e);
    };
  }
}
