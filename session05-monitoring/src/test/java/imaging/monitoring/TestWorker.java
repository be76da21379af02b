package imaging.monitoring;

import imaging.filters.ImagingException;
import imaging.workers.ImageStore;
import imaging.workers.ImageTask;
import imaging.workers.TaskProcessor;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A worker process whose tasks say in their pipeline what shall happen: {@code take:20} takes 20
 * milliseconds, {@code hang} never ends and heeds no interrupt, {@code crash} ends the JVM at once.
 */
final class TestWorker {

  private TestWorker() {}

  static void main(String[] args) throws InterruptedException {
    WorkerProcess.run(args, TestWorker::processor, _ -> {});
  }

  private static TaskProcessor processor(ImageStore store) {
    return task -> {
      act(task);
      return store.put(task.id() + ".txt", task.id().getBytes(StandardCharsets.UTF_8));
    };
  }

  private static void act(ImageTask task) throws InterruptedException {
    String what = task.pipeline();
    switch (what.split(":")[0]) {
      case "take" -> {
        long millis = Long.parseLong(what.substring("take:".length()));
        boolean _ = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
      }
      case "hang" -> {
        while (true) {
          Thread.onSpinWait();
        }
      }
      case "crash" -> Runtime.getRuntime().halt(134); // as after an abort in native code
      default -> throw new ImagingException("there is no such behaviour: " + what);
    }
  }
}
