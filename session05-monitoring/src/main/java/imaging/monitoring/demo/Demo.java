package imaging.monitoring.demo;

import imaging.filters.ImagingException;
import imaging.monitoring.Fleet;
import imaging.monitoring.Monitor;
import imaging.monitoring.MonitorScreen;
import imaging.monitoring.MonitorServer;
import imaging.monitoring.Snapshot;
import imaging.pipelines.FilterPipeline;
import imaging.pipelines.PipelineSyntaxException;
import imaging.pipelines.StopOnCtrlC;
import imaging.queue.Durability;
import imaging.queue.Ledger;
import imaging.queue.LocalRedis;
import imaging.queue.QueueConnection;
import imaging.queue.QueueSettings;
import imaging.queue.RedisServers;
import imaging.queue.RedisTaskQueue;
import imaging.workers.ImageTask;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Worker processes are killed with kill -9 at random while they work, and no image is lost.
 *
 * <p>Why: a process dies at the worst moment, sooner or later. What counts is what is left then: the
 * task in the dead worker's own list, a lease that runs out, and somebody who looks.
 *
 * <pre>
 * mvn -q -pl session05-monitoring compile exec:exec@demo
 * mvn -q -pl session05-monitoring compile exec:exec@demo -Ddemo.args="--tasks 300 --kill-every 2"
 * </pre>
 *
 * <p>You should see the monitor, live, the address of the same as a web page, and in the end {@code
 * lost 0}, the dead letters (broken on purpose), and the path of a contact sheet.
 */
@Command(
    name = "demo",
    description = "1,000 images, and their workers are killed at random.",
    sortOptions = false)
public final class Demo implements Callable<Integer> {

  private static final Duration LEASE = Duration.ofSeconds(2);

  @Option(names = "--tasks", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
  private int tasks = 1_000;

  @Option(names = "--workers", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
  private int workers = 3;

  @Option(names = "--images", paramLabel = "DIR", description = "default: ${DEFAULT-VALUE}")
  private Path images = Path.of("samples");

  @Option(names = "--pipeline", paramLabel = "TEXT", description = "default: ${DEFAULT-VALUE}")
  private String pipeline = "grayscale|blur:radius=1|sobel";

  @Option(
      names = "--kill-every",
      paramLabel = "S",
      description = "seconds; 0: never; default: ${DEFAULT-VALUE}")
  private double killEvery = 3;

  @Option(
      names = "--redis",
      paramLabel = "URL",
      description = "default: one is started for the demo")
  private @Nullable String redis;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "of the web page; default: any free one")
  private int port;

  @Option(names = "--output", paramLabel = "DIR", description = "default: ${DEFAULT-VALUE}")
  private Path output = Path.of("session05-monitoring", "target", "demo");

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "of the kills; default: ${DEFAULT-VALUE}")
  private long seed = 5;

  @Option(names = "--help", usageHelp = true, description = "shows this text")
  boolean help;

  /** Ends the JVM: 0 nothing lost, 1 something lost or stopped by Ctrl-C, 2 wrong usage. */
  static void main(String[] args) {
    System.exit(run(args));
  }

  /** {@return the exit code} */
  static int run(String... args) {
    return new CommandLine(new Demo())
        .setParameterExceptionHandler((e, _) -> complain(e))
        .setExecutionExceptionHandler((e, _, _) -> complain(e))
        .execute(args);
  }

  @Override
  public Integer call() throws InterruptedException {
    if (tasks < 1 || workers < 1 || killEvery < 0) {
      throw new ImagingException(
          "--tasks and --workers must be at least 1, --kill-every at least 0");
    }
    FilterPipeline.parse(pipeline); // a wrong one is told before anything starts
    if (redis != null) {
      return run(redis);
    }
    try (LocalRedis server = RedisServers.local(Durability.ALWAYS)) {
      return run(server.url());
    }
  }

  private int run(String url) throws InterruptedException {
    // A queue of its own: on a Redis that others use too, nothing of theirs is touched.
    QueueSettings settings =
        QueueSettings.named("demo-" + ProcessHandle.current().pid())
            .withLease(LEASE)
            .withRetryDelay(Duration.ofMillis(200));
    Photos photos = Photos.prepare(images, output.resolve("store"));
    try (QueueConnection connection = QueueConnection.to(url, settings)) {
      Ledger ledger = new Ledger(connection);
      List<ImageTask> all = photos.tasks(tasks, pipeline);
      new RedisTaskQueue(connection).enqueueAll(all);
      IO.println(
          "%d tasks, %d of them broken on purpose, on %s, %d processes"
              .formatted(all.size(), Photos.BROKEN.size(), photos, workers));
      Snapshot end = work(url, connection);
      Verdict verdict = Verdict.of(all, ledger, photos.store(), end);
      verdict.print();
      IO.println(
          "Look at " + photos.contactSheet(verdict.results(), output.resolve("contact-sheet.png")));
      ledger.clear();
      return verdict.exitCode();
    }
  }

  private Snapshot work(String url, QueueConnection connection) throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    MonitorScreen screen = MonitorScreen.onStandardOutput();
    QueueSettings settings = connection.settings();
    try (Monitor monitor =
            new Monitor(
                connection,
                Duration.ofSeconds(1),
                snapshot -> {
                  screen.accept(snapshot);
                  if (snapshot.problem() == null && snapshot.counts().open() == 0) {
                    end.countDown();
                  }
                });
        MonitorServer page = MonitorServer.start(monitor, port, false);
        Fleet fleet = Fleet.start(workers, output.resolve("logs"), options(url, settings));
        StopOnCtrlC _ = StopOnCtrlC.call(end::countDown)) {
      IO.println("The same as a page: " + page.url());
      monitor.start();
      Random random = new Random(seed);
      long pause = killEvery == 0 ? Long.MAX_VALUE : (long) (killEvery * 1e9);
      int kills = 0;
      while (!end.await(pause, TimeUnit.NANOSECONDS)) {
        kills += fleet.killOneAtWork(monitor.latest(), random) ? 1 : 0;
      }
      IO.println("kill -9: %d times, restarted: %d times".formatted(kills, fleet.restarts()));
      IO.println("SIGTERM to all, exit codes: " + fleet.stop(Duration.ofSeconds(20)));
      return monitor.latest();
    }
  }

  private List<String> options(String url, QueueSettings settings) {
    return List.of(
        "--redis", url,
        "--queue", settings.name(),
        "--store", output.resolve("store").toString(),
        "--concurrency", "1",
        "--lease", Double.toString(settings.lease().toMillis() / 1000.0),
        "--attempts", Integer.toString(settings.maxAttempts()),
        "--retry-delay", Double.toString(settings.retryDelay().toMillis() / 1000.0));
  }

  private static int complain(Exception e) {
    System.err.println(e.getMessage() == null ? e.toString() : e.getMessage());
    if (e instanceof PipelineSyntaxException syntax) {
      System.err.println(syntax.caret());
    }
    return 2;
  }
}
