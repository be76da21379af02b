package imaging.bench.queue;

import imaging.queue.Completion;
import imaging.queue.QueueConnection;
import imaging.queue.QueueSettings;
import imaging.queue.RedisTaskQueue;
import imaging.workers.Delivery;
import imaging.workers.ImageTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The course's queue: task data in a hash, attempts, fencing tokens, results, lease of the worker.
 *
 * @param together true: acknowledge and take the next in one round trip; false: one after the other,
 *     as a worker does that looks at a stop signal in between
 */
record CourseQueue(QueueConnection redis, RedisTaskQueue queue, boolean together)
    implements QueueSystem {

  static CourseQueue open(String url, String name, boolean together) {
    QueueConnection redis = QueueConnection.to(url, QueueSettings.named(name));
    return new CourseQueue(redis, new RedisTaskQueue(redis), together);
  }

  @Override
  public void enqueue(int count, int chunk) {
    for (int done = 0; done < count; done += chunk) {
      List<ImageTask> tasks = new ArrayList<>();
      for (int i = 0; i < chunk; i++) {
        tasks.add(task());
      }
      queue.submitAll(tasks);
    }
  }

  private static ImageTask task() {
    String id = UUID.randomUUID().toString();
    return new ImageTask(
        id, "photographs/" + id + ".jpg", "grayscale|blur:radius=2", 0, Instant.now(), Map.of());
  }

  @Override
  public void process(int workers, int batch) {
    Threads.run(workers, number -> work("worker-" + number, batch));
  }

  private void work(String worker, int batch) {
    List<Delivery> tasks = take(worker, batch, Duration.ZERO);
    while (!tasks.isEmpty()) {
      List<Completion> done =
          tasks.stream().map(task -> new Completion(task, "results/" + task.task().id())).toList();
      if (together) {
        tasks = queue.completeThenTake(done, batch).next();
      } else {
        queue.completeAll(done);
        tasks = take(worker, batch, Duration.ZERO);
      }
    }
  }

  private List<Delivery> take(String worker, int batch, Duration wait) {
    try {
      return queue.take(worker, batch, wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  @Override
  public boolean hasBatches() {
    return true;
  }

  @Override
  public void takeOne(Runnable taken) {
    List<Delivery> tasks = take("waiting", 1, Duration.ofSeconds(5));
    taken.run();
    queue.complete(tasks.getFirst(), "results/one");
  }

  @Override
  public boolean waitsOnServer() {
    return together; // the same for both: measured once
  }

  @Override
  public void close() {
    queue.close();
    redis.close();
  }
}
