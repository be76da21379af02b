package imaging.workers.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs each demo as a person does, and looks for the lines that its doc promises. */
class DemoSmokeTest {

  private record Outcome(int exit, String output) {}

  @Test
  void demoMeasuresSixWays() throws Exception {
    Outcome outcome = run("Demo", "--images", "10", "--limit", "5");
    assertThat(outcome.exit()).as(outcome.output()).isZero();
    assertThat(Pattern.compile("tasks/s +\\d+\\.\\d\\d x").matcher(outcome.output()).results())
        .hasSize(6);
    assertThat(outcome.output()).contains("Look at ").contains("5 virtual threads");
    assertThat(root().resolve("session03-workers/target/demo/workers.svg"))
        .content()
        .contains("<svg");
  }

  @Test
  void demoRefusesNonsenseInOneSentence() throws Exception {
    assertThat(run("Demo", "--threads", "0"))
        .isEqualTo(new Outcome(2, "--images, --threads and --limit must be 1 or more\n"));
    assertThat(run("Demo", "--nonsense").exit()).isEqualTo(2);
  }

  @Test
  void healthTurnsReadinessOffAndLeavesLivenessOn() throws Exception {
    Outcome outcome = run("Health");
    assertThat(outcome.exit()).as(outcome.output()).isZero();
    assertThat(outcome.output().lines().filter(line -> line.startsWith("/healthz")))
        .hasSize(5)
        .allMatch(line -> line.startsWith("/healthz 200"));
    assertThat(
            outcome
                .output()
                .lines()
                .filter(line -> line.startsWith("/readyz"))
                .map(l -> l.substring(9, 12)))
        .containsExactly("503", "200", "503", "200", "503");
    assertThat(outcome.output()).contains("task=task-7").contains("every task finished: true");
  }

  @Test
  void aSharedBufferSpoilsBothPicturesAndAnOwnOneNone() throws Exception {
    Outcome outcome = run("SharedBuffer");
    assertThat(outcome.output())
        .contains("wrong: 2 of 2 pictures spoiled")
        .contains("right: 0 of 2 pictures spoiled");
  }

  private static Outcome run(String demo, String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("imaging.workers.demo." + demo);
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command).directory(root().toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output.replace("\r\n", "\n"));
  }

  /** The repository, from wherever the build was started. */
  private static Path root() {
    File folder = new File("").getAbsoluteFile();
    while (!Files.isDirectory(folder.toPath().resolve("samples"))) {
      folder = folder.getParentFile();
    }
    return folder.toPath();
  }
}
