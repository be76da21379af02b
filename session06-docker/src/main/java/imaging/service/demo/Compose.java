package imaging.service.demo;

import imaging.filters.ImagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Docker and Docker Compose, called as a person would call them in a terminal. */
final class Compose {

  private static final Path FILE = Path.of("session06-docker/deploy/compose.yaml");
  private static final int MOST_MINUTES = 15;

  private final Map<String, String> environment;

  /** @param environment variables that the file asks for */
  Compose(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Refuses, in one sentence, where Docker is missing. */
  void check() {
    try {
      docker("version", "--format", "{{.Server.Version}}");
      docker("compose", "version");
    } catch (ImagingException e) {
      throw new ImagingException(
          "this demo needs Docker with Compose, and here it does not answer (%s): start Docker, or run exec:exec@demo, which needs nothing"
              .formatted(firstLine(e)),
          e);
    }
    if (!Files.exists(FILE)) {
      throw new ImagingException(
          "there is no %s: run the demo from the repository's root".formatted(FILE));
    }
  }

  /** {@return what {@code docker compose ARGUMENTS} prints} */
  String compose(String... arguments) {
    List<String> all = new ArrayList<>(List.of("compose", "-f", FILE.toString()));
    all.addAll(List.of(arguments));
    return docker(all.toArray(String[]::new));
  }

  /**
   * {@return what {@code docker ARGUMENTS} prints, without the end of its last line}
   *
   * @throws ImagingException if it ends with anything but 0
   */
  String docker(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    try {
      Path errors = Files.createTempFile("docker", ".txt");
      try {
        return run(builder.redirectError(errors.toFile()).start(), command, errors);
      } finally {
        Files.deleteIfExists(errors);
      }
    } catch (IOException e) {
      throw new ImagingException("the program docker cannot be started: install it", e);
    }
  }

  private static String run(Process process, List<String> command, Path errors) throws IOException {
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor(MOST_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0) {
        return output.strip();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroy();
    List<String> said = Files.readAllLines(errors);
    throw new ImagingException(
        "%s: %s"
            .formatted(
                String.join(" ", command), said.isEmpty() ? "failed" : said.getLast().strip()));
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
