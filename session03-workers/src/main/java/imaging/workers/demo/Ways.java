package imaging.workers.demo;

import imaging.workers.AsyncWorker;
import imaging.workers.TaskProcessor;
import imaging.workers.TaskQueue;
import imaging.workers.Worker;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Three ways to empty a queue. Each returns when the closed queue is empty. */
final class Ways {

  private Ways() {}

  // tag::ways[]
  /** On the calling thread, one task after the other. */
  static void synchronous(TaskQueue queue, TaskProcessor processor) {
    new Worker("sync", queue, processor, _ -> {}).run();
  }

  /** A worker on each of {@code count} platform threads. */
  static void threads(TaskQueue queue, TaskProcessor processor, int count) {
    try (ExecutorService threads =
        Executors.newFixedThreadPool(count, Thread.ofPlatform().name("thread-", 1).factory())) {
      for (int i = 1; i <= count; i++) {
        threads.execute(new Worker("thread-" + i, queue, processor, _ -> {}));
      }
    } // close() waits until the workers have ended
  }

  /** A virtual thread for each task, {@code limit} at once. */
  static void virtualThreads(TaskQueue queue, TaskProcessor processor, int limit) {
    new AsyncWorker("virtual", queue, processor, _ -> {}, limit).run();
  }
  // end::ways[]
}
