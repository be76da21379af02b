package imaging.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@link Main} in a JVM of its own, as a container would run it. */
final class Program implements AutoCloseable {

  private static final Pattern PORT = Pattern.compile("(?:listens|health checks) on port (\\d+)");

  final Queue<String> output = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final Process process;

  private Program(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::read);
  }

  /**
   * @param heap of the JVM, such as {@code 64m}
   */
  static Program start(String heap, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(
        List.of("-classpath", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    try {
      return new Program(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the port that it says it listens on, or answers health checks on} */
  int port() throws Exception {
    return port.get(60, TimeUnit.SECONDS);
  }

  /** SIGTERM, as {@code docker stop} sends it; {@return the exit code} */
  int stop() throws InterruptedException {
    process.destroy();
    return exitCode();
  }

  void terminate() {
    process.destroy();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end: " + output);
    }
    return process.exitValue();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  private void read() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(line);
        Matcher matcher = PORT.matcher(line);
        if (matcher.find()) {
          port.complete(Integer.valueOf(matcher.group(1)));
        }
      }
    } catch (IOException e) {
      output.add(e.toString());
    }
    port.completeExceptionally(new AssertionError("it ended: " + output));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
