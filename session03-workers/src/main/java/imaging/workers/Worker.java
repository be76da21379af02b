package imaging.workers;

import java.util.function.Consumer;

/**
 * One task at a time, on one thread: take, process, store the result, acknowledge.
 *
 * <p>Called plainly, {@code new Worker(…).run()} is the synchronous worker: it returns when the
 * queue is closed and empty. On threads of a {@link WorkerPool} several run side by side.
 */
public final class Worker extends TaskLoop {

  /**
   * @param name unique among all workers of the queue
   * @param listener hears of what happens, see {@link WorkerEvent}
   */
  public Worker(
      String name, TaskQueue queue, TaskProcessor processor, Consumer<WorkerEvent> listener) {
    this(name, queue, processor, listener, Waits.DEFAULT);
  }

  Worker(
      String name,
      TaskQueue queue,
      TaskProcessor processor,
      Consumer<WorkerEvent> listener,
      Waits waits) {
    super(name, queue, processor, listener, waits);
  }

  // tag::loop[]
  @Override
  void loop() throws InterruptedException {
    while (!isStopping()) {
      turn();
      Delivery delivery = take();
      if (delivery != null) {
        work(inHand(delivery));
      } else if (queue.isClosed()) {
        return;
      }
    }
  }
  // end::loop[]
}
