package imaging.workers;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One delivery, from taken to settled.
 *
 * <p>Invariant: of complete, fail, reject and give back, exactly one is said of a delivery. The
 * thread that processes it and the thread that stops the worker may both want to say something;
 * {@code settled} decides.
 */
final class TaskRun {

  /** The key under which each line of the log carries the task's id. */
  static final String TASK = "task";

  private static final Logger LOG = LoggerFactory.getLogger(TaskRun.class);

  private final Delivery delivery;
  private final TaskQueue queue;
  private final TaskProcessor processor;
  private final QueueLink link;
  private final Consumer<WorkerEvent> listener;
  private final AtomicBoolean settled = new AtomicBoolean();
  private final CountDownLatch over = new CountDownLatch(1);
  private final long started = System.nanoTime();

  TaskRun(
      Delivery delivery,
      TaskQueue queue,
      TaskProcessor processor,
      QueueLink link,
      Consumer<WorkerEvent> listener) {
    this.delivery = delivery;
    this.queue = queue;
    this.processor = processor;
    this.link = link;
    this.listener = listener;
  }

  /**
   * Processes the task on this thread and says how it went. Throws nothing: a bad task is not the
   * loop's business. Where the thread is interrupted the task is given back and the flag stays set.
   */
  void run() {
    // The id is in the context of this thread only, and must leave it before the next task comes.
    try (var _ = MDC.putCloseable(TASK, delivery.task().id())) {
      listener.accept(new WorkerEvent.Taken(delivery));
      process();
    } catch (InterruptedException e) {
      LOG.warn("stopped before the queue knew the outcome: the task will be recovered");
      Thread.currentThread().interrupt();
    } finally {
      over.countDown();
    }
  }

  // tag::order[]
  private void process() throws InterruptedException {
    String result;
    try {
      result = processor.process(delivery.task()); // stores the result, under the task's id
    } catch (Throwable e) { // also an OutOfMemoryError: this image is too large, the next is not
      attemptFailed(e);
      return;
    }
    // Only now. Acknowledged first, a crash in between would lose the image for ever.
    if (settled.compareAndSet(false, true)) {
      boolean current = link.say(() -> queue.complete(delivery, result));
      tell(current, new WorkerEvent.Done(delivery, result, took()));
    }
  }

  // end::order[]

  private void attemptFailed(Throwable cause) throws InterruptedException {
    // An interrupt can look like any failure (a file read ends with ClosedByInterruptException).
    if (cause instanceof InterruptedException || Thread.currentThread().isInterrupted()) {
      giveBack();
      Thread.currentThread().interrupt();
    } else if (settled.compareAndSet(false, true)) {
      boolean permanent = cause instanceof PermanentFailure;
      String reason = String.valueOf(cause.getMessage() == null ? cause : cause.getMessage());
      boolean current =
          link.say(() -> permanent ? queue.reject(delivery, reason) : queue.fail(delivery, reason));
      tell(current, new WorkerEvent.Failed(delivery, cause, permanent, took()));
    }
  }

  /** Puts the task back, if nothing has been said of it yet. Tries once: the worker is stopping. */
  void giveBack() {
    if (settled.compareAndSet(false, true)) {
      try {
        tell(queue.giveBack(delivery), new WorkerEvent.GivenBack(delivery));
      } catch (RuntimeException e) {
        LOG.warn("could not give the task back, it will be recovered: {}", e.toString());
      }
    }
  }

  /** {@return whether the task was over within the time} */
  boolean awaitOver(Duration time) throws InterruptedException {
    return over.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void tell(boolean current, WorkerEvent event) {
    listener.accept(current ? event : new WorkerEvent.Outdated(delivery));
  }

  private Duration took() {
    return Duration.ofNanos(System.nanoTime() - started);
  }
}
