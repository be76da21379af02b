package imaging.bench.images;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
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
      System.out.println(machine());
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
    for (Contender contender : contenders) {
      if (contender.takesPartIn(operation)) {
        boolean first = contender == Contender.COURSE;
        Path picture = first ? ours : folder.resolve("peer.bmp");
        record(
            operation, round, contender.label(), Fork.run(operation, contender, size, picture));
        compare(operation, round, contender.label(), ours, picture);
      }
    }
    pillow.ifPresent(
        present -> {
          Path picture = folder.resolve("peer.bmp");
          double[] times = present.run(operation, picture);
          if (times.length > 0) {
            record(operation, round, Pillow.NAME, times);
            compare(operation, round, Pillow.NAME, ours, picture);
          }
        });
  }

  private void record(Operation operation, int round, String contender, double[] times) {
    scores.add(operation, contender, times);
    System.out.printf(
        "round %d  %-24s %-20s %s ms%n",
        round, operation.label(), contender, Tables.number(Scores.median(times)));
  }

  /** Once is enough: the pictures are the same in each round. */
  private void compare(Operation operation, int round, String contender, Path ours, Path theirs) {
    if (round == 1 && !ours.equals(theirs) && Files.exists(ours)) {
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
        machine(),
        Tables.times(scores, operations, pillow),
        Tables.ratios(scores, operations),
        Tables.differences(differences));
  }

  private static String machine() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return "%s %s, %d cores, Java %s, load %.1f"
        .formatted(
            system.getName(),
            system.getArch(),
            system.getAvailableProcessors(),
            Runtime.version(),
            system.getSystemLoadAverage());
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
