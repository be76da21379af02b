package imaging.queue.demo;

import imaging.filters.Images;
import imaging.filters.ImagingException;
import imaging.pipelines.FilterPipeline;
import imaging.queue.Leases;
import imaging.queue.QueueConnection;
import imaging.queue.QueueSettings;
import imaging.queue.QueueUnavailableException;
import imaging.queue.RedisTaskQueue;
import imaging.workers.FolderImageStore;
import imaging.workers.ImageTask;
import imaging.workers.TaskProcessor;
import imaging.workers.WorkerEvent;
import imaging.workers.WorkerPool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A worker process: says "ready", works until its standard input ends or it gets SIGTERM. */
@Command(name = "worker")
final class WorkerMain implements Callable<Integer> {

  @Option(names = "--redis", required = true)
  private String url = "";

  @Option(names = "--queue", required = true)
  private String queueName = "";

  @Option(names = "--name", required = true)
  private String name = "";

  @Option(names = "--lease", defaultValue = "PT30S")
  private Duration lease = Duration.ofSeconds(30);

  @Option(names = "--threads", defaultValue = "1")
  private int threads = 1;

  @Option(names = "--input", required = true)
  private Path input = Path.of("");

  @Option(names = "--output", required = true)
  private Path output = Path.of("");

  @Option(names = "--quality", defaultValue = "95")
  private int quality = 95;

  /** For the story of the demo: the process ends, as by kill -9, when it has taken a task. */
  @Option(names = "--dies-with-a-task")
  private boolean diesWithATask;

  static void main(String[] args) {
    System.exit(new CommandLine(new WorkerMain()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    QueueSettings settings = QueueSettings.named(queueName).withLease(lease);
    TaskProcessor processor =
        processor(new FolderImageStore(input), new FolderImageStore(output), quality);
    CountDownLatch end = new CountDownLatch(1);
    try (QueueConnection redis = QueueConnection.to(url, settings);
        RedisTaskQueue queue = new RedisTaskQueue(redis);
        WorkerPool _ = WorkerPool.start(name, threads, queue, processor, listener())) {
      System.out.println("ready " + Images.codecName());
      Thread.ofPlatform().daemon().name("heartbeat").start(() -> beat(new Leases(redis)));
      Thread.ofPlatform().daemon().name("parent").start(() -> awaitEndOfInput(end));
      end.await();
    }
    return 0;
  }

  /** A task may take longer than a lease: somebody else than the worker's thread has to renew it. */
  private void beat(Leases leases) {
    try {
      while (true) {
        try {
          for (int i = 1; i <= threads; i++) {
            leases.heartbeat(name + "-" + i);
          }
        } catch (QueueUnavailableException e) {
          System.err.println(name + ": " + e.getMessage());
        }
        Thread.sleep(lease.dividedBy(3));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static TaskProcessor processor(FolderImageStore in, FolderImageStore out, int quality) {
    return (ImageTask task) -> {
      var image = Images.read(in.get(task.image()), task.image());
      var result = FilterPipeline.parse(task.pipeline()).apply(image);
      return out.put(task.id() + ".jpg", Images.encode(result, "jpg", quality / 100.0));
    };
  }

  private Consumer<WorkerEvent> listener() {
    return event -> {
      if (diesWithATask && event instanceof WorkerEvent.Taken taken) {
        System.out.println("took " + taken.delivery().task().id());
        Runtime.getRuntime().halt(137);
      }
      if (event instanceof WorkerEvent.Failed failed) {
        System.err.println(name + ": " + failed.cause().getMessage());
      }
    };
  }

  /** The parent holds the other end: when it is gone, so is the reason to go on. */
  private static void awaitEndOfInput(CountDownLatch end) {
    try {
      while (System.in.read() >= 0) {}
    } catch (IOException e) {
      throw new ImagingException("cannot read standard input", e);
    } finally {
      end.countDown();
    }
  }
}
