package imaging.monitoring;

import imaging.filters.ImagingException;
import imaging.queue.QueueConnection;
import imaging.workers.ImageProcessor;
import imaging.workers.ImageStore;
import imaging.workers.TaskProcessor;
import imaging.workers.WorkerEvent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * A worker as a process of its own, for this machine, a container or a pod.
 *
 * <p>SIGTERM or Ctrl-C: it takes nothing more, finishes what it has in hand or gives it back within
 * {@code --grace}, signs off and exits with 0. Exit code 2: wrong options. Exit code 3: a task does
 * not end, and only a new process helps; whoever supervises this one starts it again.
 *
 * <pre>
 * mvn -q -pl session05-monitoring compile exec:exec@worker -Ddemo.args="--redis redis://127.0.0.1:6379"
 * </pre>
 */
@Command(name = "worker", description = "Takes image tasks from Redis until it is told to stop.")
public final class WorkerProcess {

  /** Exit codes. */
  static final int STOPPED = 0;

  static final int WRONG_USAGE = 2;
  static final int RESTART_ME = 3;

  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);

  private WorkerProcess() {}

  static void main(String[] args) throws InterruptedException {
    run(args, ImageProcessor::new, _ -> {});
  }

  /**
   * Runs until the process is told to stop, and ends it: never returns.
   *
   * @param processor what to do with a task, given the store; a service adds its own here
   * @param listener hears of all events, beside the log
   */
  public static void run(
      String[] args, Function<ImageStore, TaskProcessor> processor, Consumer<WorkerEvent> listener)
      throws InterruptedException {
    WorkerOptions options = parse(args);
    WorkerNode node = start(options, processor, listener);
    CompletableFuture<Integer> end = node.hung().thenApply(WorkerProcess::mustRestart);
    endOnSignal(end, node, options.graceTime());
    if (options.endWithParent) {
      ProcessHandle.current()
          .parent()
          .map(ProcessHandle::onExit)
          .ifPresent(exit -> Thread.ofVirtual().start(() -> endAfter(exit, end)));
    }
    System.exit(end.join()); // runs the hook
  }

  // tag::signal[]
  /** SIGTERM starts the JVM's shutdown hooks. The JVM would then exit with 143; a drained one is 0. */
  private static void endOnSignal(CompletableFuture<Integer> end, WorkerNode node, Duration grace) {
    Runnable drain =
        () -> {
          end.complete(STOPPED);
          try {
            boolean finished = node.drain(grace);
            LOG.info(finished ? "stopped, nothing left in hand" : "stopped, the rest given back");
            node.close();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          System.out.flush();
          Runtime.getRuntime().halt(end.join());
        };
    Runtime.getRuntime().addShutdownHook(new Thread(drain, "drain"));
  }

  // end::signal[]

  private static void endAfter(
      CompletableFuture<ProcessHandle> parent, CompletableFuture<Integer> end) {
    parent.join();
    end.complete(STOPPED);
  }

  private static int mustRestart(String why) {
    LOG.error("{}: this process stops, to be started anew", why);
    return RESTART_ME;
  }

  private static WorkerNode start(
      WorkerOptions options,
      Function<ImageStore, TaskProcessor> processor,
      Consumer<WorkerEvent> listener) {
    try {
      QueueConnection connection = QueueConnection.to(options.redis, options.settings());
      ImageStore store = options.imageStore(connection);
      return WorkerNode.start(options, connection, processor.apply(store), listener);
    } catch (ImagingException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(WRONG_USAGE);
      throw e;
    }
  }

  private static WorkerOptions parse(String[] args) {
    WorkerOptions options = new WorkerOptions();
    CommandLine command = new CommandLine(new WorkerProcess()).addMixin("options", options);
    try {
      command.parseArgs(args);
    } catch (CommandLine.ParameterException e) {
      System.err.println(e.getMessage());
      System.exit(WRONG_USAGE);
    }
    if (options.help) {
      command.usage(System.out);
      System.exit(STOPPED);
    }
    return options;
  }
}
