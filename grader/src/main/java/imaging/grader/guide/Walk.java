package imaging.grader.guide;

import imaging.grader.guide.Guide.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Executes the marked shell blocks of a page, in order, each in a fresh bash at the course's root. */
public final class Walk {

  private static final long LONGEST_MINUTES = 20;

  private final Path root;

  public Walk(Path root) {
    this.root = root;
  }

  /** {@return why this block cannot run here, if it needs a tool that is absent} */
  public static Optional<String> missing(Command command) {
    return command.needs().isEmpty() || onPath(command.needs())
        ? Optional.empty()
        : Optional.of(command.needs() + " is not installed");
  }

  /** {@return what went wrong, or empty if the block ended and printed as it promises} */
  public Optional<String> run(Command command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("walk", ".txt");
    try {
      Process bash =
          new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", command.text())
              .directory(root.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      bash.getOutputStream().close();
      if (!bash.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        bash.descendants().forEach(ProcessHandle::destroyForcibly);
        bash.destroyForcibly();
        return Optional.of("did not end within %d minutes".formatted(LONGEST_MINUTES));
      }
      return judge(command, bash.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static Optional<String> judge(Command command, int exit, String output) {
    if (exit != command.exit()) {
      return Optional.of(
          "exit code %d, expected %d; it printed:%n%s".formatted(exit, command.exit(), output));
    }
    return output.contains(command.expect())
        ? Optional.empty()
        : Optional.of(
            "the output lacks \"%s\"; it printed:%n%s".formatted(command.expect(), output));
  }

  private static boolean onPath(String tool) {
    for (String dir : System.getenv("PATH").split(java.io.File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(dir, tool))) {
        return true;
      }
    }
    return false;
  }
}
