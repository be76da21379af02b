package imaging.bench.images;

import imaging.bench.Machine;
import imaging.bench.Scores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures the course beside the other libraries and prints the ratios.
 *
 * <p>Absolute times on a shared machine say little: somebody else's build doubles them. So all take
 * turns, each in a JVM of its own, round after round, the time is that of the processor, and what
 * counts is the ratio.
 *
 * <pre>mvn -q -Pbench -pl benchmarks compile exec:exec@ratios -Ddemo.args="--rounds 3"</pre>
 *
 * <p>You should see one line a turn, then three tables: milliseconds, ratios, differences.
 */
@Command(
    name = "ratios",
    mixinStandardHelpOptions = true,
    description = "The course's filters and codecs beside those of other libraries.")
public final class Ratios implements Callable<Integer> {

  @Option(names = "--rounds", description = "turns of each contender (${DEFAULT-VALUE})")
  private int rounds = 3;

  @Option(names = "--size", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
  private Photograph.Size size = Photograph.Size.LARGE;

  @Option(names = "--operations", split = ",", description = "${COMPLETION-CANDIDATES}")
  private Set<Operation> operations = EnumSet.allOf(Operation.class);

  @Option(names = "--contenders", split = ",", description = "${COMPLETION-CANDIDATES}")
  private Set<Contender> contenders = EnumSet.allOf(Contender.class);

  @Option(names = "--python", description = "a Python that has Pillow (${DEFAULT-VALUE})")
  private String python = "python3";

  private final Scores scores = new Scores();
  private final Map<Operation, Map<String, Difference>> differences = new TreeMap<>();

  static void main(String[] args) {
    System.exit(new CommandLine(new Ratios()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("ratios");
    try {
      Optional<Pillow> pillow = Pillow.find(python, Photograph.of(size), folder);
      System.out.println(
          "Pillow: " + pillow.map(Pillow::version).orElse("not run, no Pillow in " + python));
      System.out.println(Machine.now());
      for (int round = 1; round <= rounds; round++) {
        for (Operation operation : operations) {
          turns(operation, round, folder, pillow);
        }
      }
      report(pillow.isPresent());
    } finally {
      delete(folder);
    }
    return 0;
  }

  private void turns(Operation operation, int round, Path folder, Optional<Pillow> pillow) {
    Path ours = folder.resolve("course.bmp");
    Path theirs = folder.resolve("peer.bmp");
    for (Contender contender : contenders) {
      if (contender.takesPartIn(operation)) {
        // The pictures are the same in each round: looking at them once is enough.
        Path picture = round > 1 ? null : contender == Contender.COURSE ? ours : theirs;
        record(operation, round, contender.label(), Fork.run(operation, contender, size, picture));
        compare(operation, contender.label(), ours, picture);
      }
    }
    if (pillow.isPresent()) {
      Path picture = round > 1 ? null : theirs;
      double[] times = pillow.get().run(operation, picture);
      if (times.length > 0) {
        record(operation, round, Pillow.NAME, times);
        compare(operation, Pillow.NAME, ours, picture);
      }
    }
  }

  private void record(Operation operation, int round, String contender, double[] times) {
    double median = Scores.median(times);
    scores.add(operation.label(), contender, median);
    System.out.printf(
        "round %d  %-24s %-20s %s ms%n", round, operation.label(), contender, Scores.text(median));
  }

  private void compare(Operation operation, String contender, Path ours, @Nullable Path theirs) {
    if (theirs != null && !theirs.equals(ours) && Files.exists(ours)) {
      differences
          .computeIfAbsent(operation, key -> new LinkedHashMap<>())
          .put(contender, Difference.between(ours, theirs));
    }
  }

  private void report(boolean pillow) {
    System.out.printf(
        "%n%s, %d rounds%n%s%n%n%s%n%n%s%n%n%s%n",
        size,
        rounds,
        Machine.now(),
        Tables.times(scores, operations, pillow),
        Tables.ratios(scores, operations),
        Tables.differences(differences));
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
