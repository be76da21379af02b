package imaging.monitoring;

import imaging.filters.ImagingException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A fixed number of worker processes on this machine. Who dies is started again, as Kubernetes will
 * do it in session 7. Thread-safe.
 */
public final class Fleet implements AutoCloseable {

  /** Few threads, a small heap and a quick start: several of these share a small machine. */
  private static final List<String> JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xshare:auto",
          "-Xmx256m",
          "-Djava.awt.headless=true",
          "--enable-native-access=ALL-UNNAMED");

  private final String mainClass;
  private final List<String> options;
  private final Path logs;
  private final Process[] members;
  private final Thread killAtExit = new Thread(this::killAll, "kill-workers");
  private int restarts;
  private boolean closed;

  private Fleet(String mainClass, int size, Path logs, List<String> options) {
    this.mainClass = mainClass;
    this.options = List.copyOf(options);
    this.logs = logs;
    this.members = new Process[size];
  }

  /**
   * Starts {@code size} worker processes, named worker-1, worker-2, …
   *
   * @param logs a folder; each member appends what it says to a file of its own
   * @param options as {@link WorkerProcess} takes them, without a name
   */
  public static Fleet start(int size, Path logs, List<String> options) {
    return start(WorkerProcess.class.getName(), size, logs, options);
  }

  static Fleet start(String mainClass, int size, Path logs, List<String> options) {
    Fleet fleet = new Fleet(mainClass, size, logs, options);
    Runtime.getRuntime().addShutdownHook(fleet.killAtExit);
    for (int i = 0; i < size; i++) {
      fleet.launch(i);
    }
    return fleet;
  }

  /** {@return how many members there are meant to be} */
  public int size() {
    return members.length;
  }

  /** {@return how often a member that had died was started again} */
  public synchronized int restarts() {
    return restarts;
  }

  /** {@return the process that is this member now} */
  synchronized Process member(int index) {
    return members[index];
  }

  /** {@code kill -9}: the process has no chance to do anything. {@return its process id} */
  public synchronized long kill(int index) {
    members[index].destroyForcibly();
    return members[index].pid();
  }

  private synchronized void launch(int index) {
    if (closed) {
      return;
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.addAll(List.of("-classpath", System.getProperty("java.class.path"), mainClass));
    command.addAll(options);
    command.addAll(List.of("--end-with-parent", "--name", "worker-" + (index + 1)));
    File log = logs.resolve("worker-" + (index + 1) + ".log").toFile();
    try {
      Files.createDirectories(logs);
      members[index] =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("a worker process does not start", e);
    }
    members[index].onExit().thenAccept(ended -> ended(index, ended));
  }

  private synchronized void ended(int index, Process process) {
    if (!closed && process == members[index]) {
      if (process.exitValue() == WorkerProcess.WRONG_USAGE) {
        throw new ImagingException("worker-%d refuses its options, see %s".formatted(index + 1, logs));
      }
      restarts++;
      launch(index);
    }
  }

  /**
   * Sends SIGTERM to all, and waits.
   *
   * @return exit codes, in order; −1 for a member that did not end in time and was killed
   */
  public List<Integer> stop(Duration grace) throws InterruptedException {
    Process[] all = closeAndList();
    for (Process process : all) {
      process.destroy();
    }
    long deadline = System.nanoTime() + grace.toNanos();
    List<Integer> codes = new ArrayList<>();
    for (Process process : all) {
      boolean ended = process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      codes.add(ended ? process.exitValue() : -1);
      process.destroyForcibly();
    }
    return codes;
  }

  private synchronized Process[] closeAndList() {
    closed = true;
    return members.clone();
  }

  private void killAll() {
    for (Process process : closeAndList()) {
      if (process != null) {
        process.destroyForcibly();
      }
    }
  }

  @Override
  public void close() {
    killAll();
    try {
      Runtime.getRuntime().removeShutdownHook(killAtExit);
    } catch (IllegalStateException e) {
      // The JVM is on its way out: the hook runs anyway.
    }
  }
}
