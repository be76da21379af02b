package imaging.workers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Many tasks at a time, each on a virtual thread of its own, never more than {@code limit}.
 *
 * <p>A virtual thread costs next to nothing, what it works on does not: a decoded photograph is tens
 * of megabytes. So the semaphore, not the number of threads, says how much runs at once. Worth it
 * where tasks wait (for a network, for a disk); tasks that compute get no faster than the cores.
 */
public final class AsyncWorker extends TaskLoop {

  private final Semaphore permits;

  /**
   * @param name unique among all workers of the queue; the threads are called name-1, name-2, …
   * @param limit tasks in hand at once, at least 1
   */
  public AsyncWorker(
      String name,
      TaskQueue queue,
      TaskProcessor processor,
      Consumer<WorkerEvent> listener,
      int limit) {
    this(name, queue, processor, listener, limit, Waits.DEFAULT);
  }

  AsyncWorker(
      String name,
      TaskQueue queue,
      TaskProcessor processor,
      Consumer<WorkerEvent> listener,
      int limit,
      Waits waits) {
    super(name, queue, processor, listener, waits);
    if (limit < 1) {
      throw new IllegalArgumentException("a limit of %d lets nothing run".formatted(limit));
    }
    this.permits = new Semaphore(limit);
  }

  // tag::loop[]
  @Override
  void loop() {
    // close() waits for the tasks that still run, and interrupts them if this thread is interrupted
    try (ExecutorService threads = threads()) {
      takeAll(threads);
    }
  }

  private void takeAll(ExecutorService threads) {
    try {
      while (!isStopping()) {
        // A permit first, then a task: without one it would wait here while other workers are idle.
        // No turn() without a permit: if every task is stuck, the watchdog has to notice.
        if (permits.tryAcquire(waits.take().toNanos(), TimeUnit.NANOSECONDS)
            && !startNext(threads)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** {@return false when the queue is closed and empty} */
  private boolean startNext(ExecutorService threads) throws InterruptedException {
    turn();
    Delivery delivery = take();
    if (delivery == null) {
      permits.release();
      return !queue.isClosed();
    }
    TaskRun run = inHand(delivery);
    threads.execute(
        () -> {
          try {
            work(run);
          } finally {
            permits.release(); // also when the task failed: a permit that leaks is gone for ever
          }
        });
    return true;
  }

  // end::loop[]

  private ExecutorService threads() {
    return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name + "-", 1).factory());
  }
}
