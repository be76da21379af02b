package imaging.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DemoTest {

  private static final Path ROOT = Path.of("..");

  @Test
  void theDemoShowsWhatItsDocPromises() throws Exception {
    Path sheet = ROOT.resolve("session06-docker/target/demo/contact-sheet.png");
    Files.deleteIfExists(sheet);
    String output = run(0);
    assertThat(output)
        .contains("24 sent, 24 done, 0 lost")
        .containsPattern("cat\\.jpg +grayscale\\|blur:radius=2 +done +by worker-\\d");
    assertThat(sheet).isNotEmptyFile();
  }

  @Test
  void aWrongFlagIsOneSentence() throws Exception {
    assertThat(run(2, "--sreve").strip()).isEqualTo("Unknown option: '--sreve'");
  }

  private static String run(int code, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-classpath", absolute(System.getProperty("java.class.path"))));
    command.add("imaging.service.demo.Demo");
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isEqualTo(code);
    return output;
  }

  private static String absolute(String classPath) {
    return java.util.Arrays.stream(classPath.split(java.io.File.pathSeparator))
        .map(part -> Path.of(part).toAbsolutePath().toString())
        .collect(java.util.stream.Collectors.joining(java.io.File.pathSeparator));
  }
}
