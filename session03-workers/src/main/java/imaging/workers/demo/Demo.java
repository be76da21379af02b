package imaging.workers.demo;

import imaging.filters.ImagingException;
import imaging.workers.InMemoryTaskQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * One thread, a thread for each core, virtual threads: what does each buy?
 *
 * <p>Why: "virtual threads are faster" is half a truth. They make waiting cheap. They do not add
 * cores.
 *
 * <pre>
 * mvn -q -pl session03-workers compile exec:exec@demo
 * mvn -q -pl session03-workers compile exec:exec@demo -Ddemo.args="--images 40 --limit 64"
 * </pre>
 *
 * <p>You should see six lines of tasks a second and the path of a chart. On work that computes,
 * threads and virtual threads gain about what the cores give. On work that waits, virtual threads
 * gain about what the limit gives.
 */
@Command(
    name = "demo",
    description = "Measures workers: one thread, threads, virtual threads.",
    sortOptions = false)
public final class Demo implements Callable<Integer> {

  private static final Path CHART = Path.of("session03-workers", "target", "demo", "workers.svg");

  @Option(names = "--images", paramLabel = "N", description = "tasks (default: ${DEFAULT-VALUE})")
  private int images = 80;

  @Option(names = "--input", paramLabel = "DIR", description = "default: ${DEFAULT-VALUE}")
  private Path input = Path.of("samples");

  @Option(names = "--threads", paramLabel = "N", description = "default: the cores of this machine")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--limit", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
  private int limit = 16;

  @SuppressWarnings("UnusedVariable") // picocli asks for it
  @Option(names = "--help", usageHelp = true, description = "shows this text")
  private boolean help;

  /** One measurement: which work, which way, how fast. */
  record Row(String work, String way, double tasksPerSecond, double ratio) {}

  static void main(String[] args) {
    System.exit(run(args));
  }

  /** {@return the exit code: 0 fine, 2 wrong usage} */
  static int run(String... args) {
    return new CommandLine(new Demo())
        .setParameterExceptionHandler((e, _) -> complain(e.getMessage()))
        .setExecutionExceptionHandler((e, _, _) -> complain(e.getMessage()))
        .execute(args);
  }

  @Override
  public Integer call() {
    if (images < 1 || threads < 1 || limit < 1) {
      throw new ImagingException("--images, --threads and --limit must be 1 or more");
    }
    Workload computing = Workload.computing(input, images);
    IO.println("warming up …");
    Ways.threads(computing.queue(), computing.processor(), threads); // the JIT compiles the filters
    List<Row> rows = new ArrayList<>();
    rows.addAll(measureAll(computing));
    rows.addAll(measureAll(Workload.waiting(images, Duration.ofMillis(50))));
    Chart.write(rows, CHART);
    IO.println("Look at " + CHART);
    return 0;
  }

  private List<Row> measureAll(Workload work) {
    List<Row> rows = new ArrayList<>();
    double sync = tasksPerSecond(work, queue -> Ways.synchronous(queue, work.processor()));
    rows.add(print(new Row(work.name(), "synchronous", sync, 1)));
    double some = tasksPerSecond(work, queue -> Ways.threads(queue, work.processor(), threads));
    rows.add(print(new Row(work.name(), threads + " threads", some, some / sync)));
    double many =
        tasksPerSecond(work, queue -> Ways.virtualThreads(queue, work.processor(), limit));
    rows.add(print(new Row(work.name(), limit + " virtual threads", many, many / sync)));
    return rows;
  }

  private static double tasksPerSecond(Workload work, Consumer<InMemoryTaskQueue> way) {
    InMemoryTaskQueue queue = work.queue();
    long start = System.nanoTime();
    way.accept(queue);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (queue.counts().done() != work.tasks().size()) {
      throw new ImagingException("not all tasks were done: %s".formatted(queue.dead()));
    }
    return work.tasks().size() / seconds;
  }

  private static Row print(Row row) {
    IO.println(
        String.format(
            Locale.ROOT,
            "%-11s %-19s %7.1f tasks/s  %5.2f x",
            row.work(),
            row.way(),
            row.tasksPerSecond(),
            row.ratio()));
    return row;
  }

  private static int complain(@Nullable String sentence) {
    System.err.println(sentence);
    return 2;
  }
}
