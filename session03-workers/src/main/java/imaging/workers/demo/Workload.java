package imaging.workers.demo;

import imaging.pipelines.BatchRunner;
import imaging.workers.ImageProcessor;
import imaging.workers.ImageTask;
import imaging.workers.InMemoryImageStore;
import imaging.workers.InMemoryTaskQueue;
import imaging.workers.TaskProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Tasks to measure with, all in memory.
 *
 * @param name for the table and the chart
 * @param processor what a task costs
 * @param tasks handed in anew for each measurement
 */
record Workload(String name, TaskProcessor processor, List<ImageTask> tasks) {

  /** Short and long, one filter and several: what a day's mix may look like. */
  private static final List<String> CHAINS =
      List.of(
          "blur:radius=3",
          "brightness:factor=1.5",
          "edges",
          "grayscale",
          "blur:radius=5",
          "grayscale|edges",
          "brightness:factor=0.7",
          "grayscale|blur:radius=2",
          "edges|brightness:factor=1.2",
          "blur:radius=2|brightness:factor=1.3");

  /** {@return photographs through ten filter chains: the cores are busy all the time} */
  static Workload computing(Path photographs, int count) {
    InMemoryImageStore store = new InMemoryImageStore();
    List<String> images =
        BatchRunner.imagesIn(photographs).stream()
            .map(photo -> store.put(photo.getFileName().toString(), bytes(photo)))
            .toList();
    return new Workload("compute", new ImageProcessor(store), tasks(count, images));
  }

  /** {@return tasks that only wait, as for a server far away: the cores have nothing to do} */
  static Workload waiting(int count, Duration wait) {
    TaskProcessor processor =
        task -> {
          Thread.sleep(wait);
          return task.id();
        };
    return new Workload(
        "wait " + wait.toMillis() + " ms", processor, tasks(count, List.of("none")));
  }

  /** {@return a queue that holds all tasks and is closed: workers end when it is empty} */
  InMemoryTaskQueue queue() {
    InMemoryTaskQueue queue = new InMemoryTaskQueue(tasks.size(), 1);
    queue.enqueueAll(tasks);
    queue.close();
    return queue;
  }

  private static List<ImageTask> tasks(int count, List<String> images) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new ImageTask(
                    "task-" + i,
                    images.get(i % images.size()),
                    // Every photograph meets every chain, not only those that share its number.
                    CHAINS.get((i + i / CHAINS.size()) % CHAINS.size()),
                    0,
                    Instant.EPOCH,
                    Map.of()))
        .toList();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
