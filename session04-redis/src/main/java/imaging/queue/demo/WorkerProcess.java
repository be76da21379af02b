package imaging.queue.demo;

import imaging.filters.ImagingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that runs {@link WorkerMain}. */
final class WorkerProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader says;

  /** Starts it; see {@link WorkerMain} for the arguments. */
  WorkerProcess(List<String> args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"));
    command.add("-XX:+UseSerialGC");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(WorkerMain.class.getName());
    command.addAll(args);
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new ImagingException(
          "cannot start another JVM with %s".formatted(command.getFirst()), e);
    }
    says = process.inputReader();
  }

  /** {@return the next line it says that begins with this word} Waits for it. */
  String awaitLine(String word) {
    try {
      for (String line = says.readLine(); line != null; line = says.readLine()) {
        if (line.startsWith(word)) {
          return line;
        }
      }
      throw new ImagingException("a worker process ended before it said '%s'".formatted(word));
    } catch (IOException e) {
      throw new ImagingException("cannot hear what a worker process says", e);
    }
  }

  long pid() {
    return process.pid();
  }

  void awaitEnd() {
    process.onExit().join();
  }

  /** {@return kilobytes of memory in use, where the system tells (Linux), else 0} */
  static long residentKilobytes(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Lets it finish: its standard input ends. */
  @Override
  public void close() {
    try {
      process.outputWriter().close();
    } catch (IOException e) {
      process.destroy();
    }
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
