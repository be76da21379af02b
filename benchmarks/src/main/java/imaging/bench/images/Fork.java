package imaging.bench.images;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One turn of one contender: a new JVM, warmed up, measured, ended. */
final class Fork {

  private Fork() {}

  /**
   * {@return milliseconds of the processor an operation, one number for each iteration}
   *
   * @param picture where the result is left as BMP; null: nowhere
   */
  static double[] run(
      Operation operation, Contender contender, Photograph.Size size, @Nullable Path picture) {
    List<String> arguments = new ArrayList<>(contender.jvmArguments());
    if (picture != null) {
      arguments.add("-D" + ImageBenchmark.PICTURE + "=" + picture);
    }
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(ImageBenchmark.class.getName() + ".run")
        .param("operation", operation.name())
        .param("contender", contender.name())
        .param("size", size.name())
        .jvmArgsAppend(arguments.toArray(String[]::new))
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
    try {
      return iterations(new Runner(options.build()).runSingle());
    } catch (RunnerException e) {
      throw new IllegalStateException(contender + " failed at " + operation, e);
    }
  }

  private static double[] iterations(RunResult result) {
    BenchmarkResult fork = result.getBenchmarkResults().iterator().next();
    return fork.getIterationResults().stream()
        .mapToDouble(iteration -> score(iteration, "milliseconds") / score(iteration, "runs"))
        .toArray();
  }

  private static double score(IterationResult iteration, String counter) {
    return iteration.getSecondaryResults().get(counter).getScore();
  }
}
