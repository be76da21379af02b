package imaging.monitoring;

import imaging.pipelines.StopOnCtrlC;
import imaging.queue.QueueConnection;
import imaging.queue.QueueSettings;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The monitor as a process of its own: on the terminal, and as a web page.
 *
 * <pre>
 * mvn -q -pl session05-monitoring compile exec:exec@monitor -Ddemo.args="--redis redis://127.0.0.1:6379"
 * </pre>
 */
@Command(name = "monitor", description = "Shows a queue and its workers until Ctrl-C.")
public final class MonitorProcess implements Callable<Integer> {

  @Option(
      names = "--redis",
      paramLabel = "URL",
      description = "REDIS_URL; default: redis://127.0.0.1:6379",
      defaultValue = "${env:REDIS_URL:-redis://127.0.0.1:6379}")
  private String redis = "";

  @Option(
      names = "--queue",
      paramLabel = "NAME",
      description = "QUEUE_NAME; default: images",
      defaultValue = "${env:QUEUE_NAME:-images}")
  private String queue = "";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "MONITOR_PORT, of the web page; default: 8085",
      defaultValue = "${env:MONITOR_PORT:-8085}")
  private int port;

  @Option(names = "--everywhere", description = "serves the page to other machines too")
  private boolean everywhere;

  @Option(names = "--help", usageHelp = true, description = "shows this text")
  boolean help;

  static void main(String[] args) {
    System.exit(
        new CommandLine(new MonitorProcess())
            .setParameterExceptionHandler((e, _) -> complain(e))
            .setExecutionExceptionHandler((e, _, _) -> complain(e))
            .execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    try (QueueConnection connection = QueueConnection.to(redis, QueueSettings.named(queue));
        Monitor monitor =
            new Monitor(connection, Duration.ofSeconds(1), MonitorScreen.onStandardOutput());
        MonitorServer server = MonitorServer.start(monitor, port, everywhere);
        StopOnCtrlC _ = StopOnCtrlC.call(end::countDown)) {
      IO.println("The same as a page: " + server.url());
      monitor.start();
      end.await();
      return 0;
    }
  }

  private static int complain(Exception e) {
    boolean silent = e.getMessage() == null;
    System.err.println(silent ? e.toString() : e.getMessage());
    return 2;
  }
}
