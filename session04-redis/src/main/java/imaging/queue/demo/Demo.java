package imaging.queue.demo;

import imaging.queue.Durability;
import imaging.queue.Leases;
import imaging.queue.Ledger;
import imaging.queue.LocalRedis;
import imaging.queue.QueueConnection;
import imaging.queue.QueueCounts;
import imaging.queue.QueueSettings;
import imaging.queue.Recovery;
import imaging.queue.RedisServers;
import imaging.queue.RedisTaskQueue;
import imaging.queue.WorkerInfo;
import imaging.workers.ImageTask;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A worker dies with a task in its hands, and nothing is lost.
 *
 * <p>Three worker processes share the queue. One of them ends, as by kill -9, right after it took a
 * task: its task still lies in the list {@code {demo}:processing:victim-1}. Its lease runs out after a
 * second; then whoever looks moves the task back, and another worker does it.
 *
 * <pre>mvn -q -pl session04-redis compile exec:exec@demo</pre>
 *
 * <p>You should see a line such as "victim-1 took photo-03 and died", then "recovered 1 task of
 * victim-1", and at the end "submitted 12, done 12, recovered 1, lost 0". The images are in
 * session04-redis/target/demo/reliable.
 */
final class Demo {

  private static final Duration LEASE = Duration.ofSeconds(1);
  private static final int TASKS = 12;
  private static final List<String> PIPELINES =
      List.of("grayscale", "blur:radius=3", "edges", "brightness:factor=1.5");

  private Demo() {}

  static void main(String[] args) throws InterruptedException {
    try (LocalRedis server = RedisServers.local(Durability.ALWAYS);
        QueueConnection redis =
            QueueConnection.to(server.url(), QueueSettings.named("demo").withLease(LEASE))) {
      run(server.url(), redis);
    }
  }

  private static void run(String url, QueueConnection redis) throws InterruptedException {
    RedisTaskQueue queue = new RedisTaskQueue(redis);
    Path output = DemoFiles.emptyFolder("reliable");
    queue.enqueueAll(tasks());
    System.out.printf("submitted %d tasks%n", TASKS);
    try (WorkerProcess victim = worker("victim", url, output, "--dies-with-a-task")) {
      System.out.printf("victim-1 %s and died%n", victim.awaitLine("took"));
      victim.awaitEnd();
    }
    try (WorkerProcess a = worker("a", url, output);
        WorkerProcess b = worker("b", url, output)) {
      System.out.printf("workers a (process %d) and b (process %d) start%n", a.pid(), b.pid());
      recoverUntilDone(redis);
    }
    QueueCounts counts = new Ledger(redis).counts();
    System.out.printf(
        "submitted %d, done %d, recovered %d, lost %d%n",
        counts.submitted(), counts.done(), counts.recovered(), counts.lost());
    System.out.printf("look at %s%n", output);
  }

  /** What session 5 makes a service of its own: look for the dead, take what they held. */
  private static void recoverUntilDone(QueueConnection redis) throws InterruptedException {
    Leases leases = new Leases(redis);
    Ledger ledger = new Ledger(redis);
    while (ledger.counts().open() > 0) {
      for (WorkerInfo worker : leases.workers()) {
        Recovery recovery = leases.recover(worker.name(), Duration.ZERO);
        if (recovery.moved() > 0) {
          System.out.printf("recovered %d task of %s%n", recovery.moved(), worker.name());
        }
      }
      Thread.sleep(50);
    }
  }

  private static List<ImageTask> tasks() {
    List<String> photographs = DemoFiles.photographs(DemoFiles.samples());
    List<ImageTask> tasks = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      tasks.add(
          new ImageTask(
              "photo-%02d".formatted(i + 1),
              photographs.get(i % photographs.size()),
              PIPELINES.get(i % PIPELINES.size()),
              0,
              Instant.now(),
              Map.of()));
    }
    return tasks;
  }

  private static WorkerProcess worker(String name, String url, Path output, String... more) {
    List<String> args = new ArrayList<>(List.of("--name", name, "--redis", url, "--queue", "demo"));
    args.addAll(List.of("--lease", LEASE.toString(), "--output", output.toString()));
    args.addAll(List.of("--input", DemoFiles.samples().toString()));
    args.addAll(List.of(more));
    return new WorkerProcess(args);
  }
}
