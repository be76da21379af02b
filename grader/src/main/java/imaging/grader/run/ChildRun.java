package imaging.grader.run;

import imaging.grader.report.CheckResult;
import imaging.grader.report.Journal;
import imaging.grader.report.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Runs compiled answers in a JVM of their own, again for the rest when that JVM dies. */
final class ChildRun {

  private static final int KEPT_OUTPUT = 64 * 1024;

  private final Prepared prepared;
  private final Path work;
  private final Map<String, String> properties;

  /**
   * @param work a folder for the journals and the output
   * @param properties system properties for the child
   */
  ChildRun(Prepared prepared, Path work, Map<String, String> properties) {
    this.prepared = prepared;
    this.work = work;
    this.properties = properties;
  }

  /** {@return the result of each check; one that killed the JVM is CRASHED, the others still ran} */
  List<CheckResult> once(Path answer) {
    List<CheckResult> results = new ArrayList<>();
    Set<String> done = new LinkedHashSet<>();
    while (true) {
      Journal.Content content = rounds(answer, 1, done).get(0);
      results.addAll(content.results());
      boolean progress = done.addAll(content.results().stream().map(CheckResult::id).toList());
      if (content.finished()) {
        return results;
      }
      if (!progress) {
        results.addAll(neverRan(done));
        return results;
      }
    }
  }

  private List<CheckResult> neverRan(Set<String> done) {
    return prepared
        .session()
        .spec()
        .checks()
        .filter(check -> !done.contains(check.id()))
        .map(
            check ->
                new CheckResult(
                    check.id(), Status.CRASHED, "the test JVM did not start: " + tail(), ""))
        .toList();
  }

  /** {@return what each of several rounds in one JVM reported; all but the first in random order} */
  List<Journal.Content> rounds(Path answer, int rounds, Set<String> leftOut) {
    Path journal = work.resolve("journal.jsonl");
    try {
      Tree.delete(work);
      Files.createDirectories(work);
      List<String> command = command(answer, journal, rounds);
      command.addAll(leftOut);
      Process child =
          new ProcessBuilder(command)
              .directory(prepared.session().dir().toFile())
              .redirectErrorStream(true)
              .start();
      child.getOutputStream().close();
      Thread reader = keepSomeOutput(child.getInputStream());
      if (!child.waitFor(deadlineSeconds(rounds), TimeUnit.SECONDS)) {
        child.destroyForcibly().waitFor();
      }
      reader.join(1000);
      List<Journal.Content> contents = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        Path file = Path.of(journal + "." + round);
        contents.add(
            Files.exists(file) ? Journal.read(file) : new Journal.Content(List.of(), false));
      }
      return contents;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LabException("stopped");
    }
  }

  private List<String> command(Path answer, Path journal, int rounds) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // C1 only: a short run of small checks is over before C2 pays for itself.
    command.addAll(
        List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"));
    command.addAll(List.of("-Dlab.report=journal", "-Dlab.journal=" + journal));
    properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(List.of("-cp", AnswerCompiler.joined(prepared.classpathFor(answer))));
    command.addAll(
        List.of(ChildMain.class.getName(), prepared.checks().toString(), Integer.toString(rounds)));
    return command;
  }

  private long deadlineSeconds(int rounds) {
    return 120 + 60L * rounds;
  }

  /** An answer may print without end: the first part is kept, the rest read and thrown away. */
  private Thread keepSomeOutput(InputStream output) {
    Thread reader =
        new Thread(
            () -> {
              try (output;
                  var kept = Files.newOutputStream(work.resolve("output.txt"))) {
                byte[] buffer = new byte[8192];
                long left = KEPT_OUTPUT;
                for (int n = output.read(buffer); n >= 0; n = output.read(buffer)) {
                  kept.write(buffer, 0, (int) Math.min(n, left));
                  left -= Math.min(n, left);
                }
              } catch (IOException closed) {
                // The child is gone; what was kept is enough.
              }
            },
            "output");
    reader.setDaemon(true);
    reader.start();
    return reader;
  }

  private String tail() {
    try {
      List<String> lines = Files.readAllLines(work.resolve("output.txt"));
      return lines.isEmpty() ? "" : lines.get(0);
    } catch (IOException none) {
      return "";
    }
  }
}
