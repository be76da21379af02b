package imaging.pipelines.demo;

import imaging.filters.ImagingException;
import imaging.pipelines.BatchOutcome;
import imaging.pipelines.BatchReport;
import imaging.pipelines.BatchRunner;
import imaging.pipelines.FilterPipeline;
import imaging.pipelines.PipelineSyntaxException;
import imaging.pipelines.ProgressBar;
import imaging.pipelines.StopOnCtrlC;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A folder of photographs through one pipeline, some of them broken on purpose.
 *
 * <p>Why: real folders hold files that are no images, and a batch of thousands must not end at the
 * first of them, nor begin again from the start after Ctrl-C.
 *
 * <pre>
 * mvn -q -pl session02-pipelines compile exec:exec@demo
 * mvn -q -pl session02-pipelines compile exec:exec@demo -Ddemo.args="--input photos --threads 4"
 * </pre>
 *
 * <p>You should see a line for each image, then {@code 3 failed} and why, all the others written, and
 * the path of a contact sheet. Run it again: everything good is "there already".
 */
@Command(
    name = "demo",
    description = "Sends a folder of images through a pipeline.",
    sortOptions = false)
public final class Demo implements Callable<Integer> {

  @Option(names = "--input", paramLabel = "DIR", description = "images (default: samples)")
  private @Nullable Path input;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "results (default: session02-pipelines/target/demo)")
  private @Nullable Path output;

  @Option(names = "--pipeline", paramLabel = "TEXT", description = "default: ${DEFAULT-VALUE}")
  private String pipeline = "grayscale|blur:radius=2|edges|brightness:factor=6";

  @Option(names = "--threads", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--help", usageHelp = true, description = "shows this text")
  @SuppressWarnings("unused") // picocli reads it
  private boolean help;

  /** Runs the demo and ends the JVM: 0 fine, 1 some of your images failed, 2 wrong usage. */
  static void main(String[] args) {
    System.exit(run(args));
  }

  /** {@return the exit code} */
  static int run(String... args) {
    return new CommandLine(new Demo())
        .setParameterExceptionHandler((e, _) -> complain(e.getMessage()))
        .setExecutionExceptionHandler((e, _, _) -> complain(e))
        .execute(args);
  }

  @Override
  public Integer call() {
    if (threads < 1) {
      return complain("--threads %d does no work: give 1 or more".formatted(threads));
    }
    FilterPipeline filter = FilterPipeline.parse(pipeline);
    List<Path> images = images();
    if (images.isEmpty()) {
      return complain("there is no image in %s: give another --input".formatted(input));
    }
    Path results = output != null ? output : DemoFiles.output();
    BatchRunner runner = new BatchRunner(filter, results, threads);
    try (StopOnCtrlC _ = StopOnCtrlC.call(runner::cancel)) {
      IO.println("%d images through %s, %d threads".formatted(images.size(), filter, threads));
      BatchReport report = runner.run(images, ProgressBar.onStandardOutput());
      print(report, results);
      // What this demo broke itself is no fault of the user's.
      return report.complete() || input == null ? 0 : 1;
    }
  }

  private List<Path> images() {
    if (input != null) {
      if (!Files.isDirectory(input)) {
        throw new ImagingException("%s is no folder: give one with --input".formatted(input));
      }
      return BatchRunner.imagesIn(input);
    }
    List<Path> broken = BrokenFiles.make(DemoFiles.output().resolve("broken"));
    return Stream.of(BatchRunner.imagesIn(DemoFiles.samples()), broken)
        .flatMap(List::stream)
        .toList();
  }

  private void print(BatchReport report, Path results) {
    IO.println("");
    for (BatchOutcome.Failed failed : report.all(BatchOutcome.Failed.class)) {
      IO.println("FAILED  " + failed.reason());
    }
    if (input == null) {
      IO.println("The failures are on purpose: three broken files, and the batch went on.");
    }
    IO.println(report.summary());
    Path sheet = results.resolve("contact-sheet.png");
    if (Sheet.write(report, pipeline, sheet)) {
      IO.println("Look at " + sheet);
    }
  }

  private static int complain(Exception e) {
    if (e instanceof PipelineSyntaxException syntax) {
      complain(e.getMessage());
      System.err.println(syntax.caret());
      return 2;
    }
    return complain(e instanceof ImagingException ? e.getMessage() : e.toString());
  }

  private static int complain(@Nullable String sentence) {
    System.err.println(sentence);
    return 2;
  }
}
