package imaging.queue.demo;

import imaging.filters.ImagingException;
import imaging.queue.Ledger;
import imaging.queue.QueueConnection;
import imaging.queue.QueueCounts;
import imaging.queue.QueueSettings;
import imaging.queue.RedisTaskQueue;
import imaging.workers.ImageTask;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Submits tasks on the photographs of a folder and waits for the last of them. */
final class Batch implements AutoCloseable {

  static final List<String> TEN_CHAINS =
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

  private final String url;
  private final Path input;
  private final List<String> photographs;
  private final QueueConnection redis;
  private final RedisTaskQueue queue;
  private final Ledger ledger;
  private int batches;

  Batch(String url, String queueName, Path input) {
    this.url = url;
    this.input = input;
    this.photographs = DemoFiles.photographs(input);
    this.redis = QueueConnection.to(url, QueueSettings.named(queueName));
    this.queue = new RedisTaskQueue(redis);
    this.ledger = new Ledger(redis);
    ledger.clear();
  }

  List<String> workerArgs(String name, int threads, Path output, int quality) {
    List<String> args = new ArrayList<>(List.of("--name", name, "--redis", url));
    args.addAll(List.of("--queue", redis.settings().name(), "--threads", "" + threads));
    args.addAll(List.of("--input", input.toString(), "--output", output.toString()));
    args.addAll(List.of("--quality", "" + quality));
    return args;
  }

  /** {@return milliseconds from the first submit to the last result} Looks every half millisecond. */
  long run(int count, List<String> chains) {
    batches++;
    List<ImageTask> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tasks.add(
          new ImageTask(
              "batch%d-%04d".formatted(batches, i + 1),
              photographs.get(i % photographs.size()),
              chains.get(i % chains.size()),
              0,
              Instant.now(),
              Map.of()));
    }
    long start = System.nanoTime();
    queue.enqueueAll(tasks);
    awaitAll();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private void awaitAll() {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
    for (QueueCounts now = ledger.counts(); now.open() > 0; now = ledger.counts()) {
      if (now.dead() > 0 || System.nanoTime() > deadline) {
        throw new ImagingException(
            "%d tasks are dead and %d unfinished: see what the workers said"
                .formatted(now.dead(), now.open()));
      }
      LockSupport.parkNanos(500_000);
    }
  }

  long lost() {
    return ledger.counts().lost();
  }

  @Override
  public void close() {
    redis.close();
  }
}
