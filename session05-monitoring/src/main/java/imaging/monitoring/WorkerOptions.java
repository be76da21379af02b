package imaging.monitoring;

import imaging.filters.ImagingException;
import imaging.queue.QueueConnection;
import imaging.queue.QueueSettings;
import imaging.queue.RedisImageStore;
import imaging.workers.FolderImageStore;
import imaging.workers.ImageStore;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/**
 * How a worker process runs: options, each with an environment variable as its default, since that is
 * how containers are told. Times are seconds, such as {@code 30} or {@code 0.5}.
 */
public final class WorkerOptions {

  @Option(
      names = "--redis",
      paramLabel = "URL",
      description = "REDIS_URL; default: redis://127.0.0.1:6379",
      defaultValue = "${env:REDIS_URL:-redis://127.0.0.1:6379}")
  String redis = "";

  @Option(
      names = "--queue",
      paramLabel = "NAME",
      description = "QUEUE_NAME; default: images",
      defaultValue = "${env:QUEUE_NAME:-images}")
  String queue = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "WORKER_NAME, gets a random ending; default: this host's name",
      defaultValue = "${env:WORKER_NAME:-}")
  String name = "";

  @Option(
      names = "--store",
      paramLabel = "WHERE",
      description = "IMAGE_STORE, a folder or the word redis; default: redis",
      defaultValue = "${env:IMAGE_STORE:-redis}")
  String store = "";

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = "WORKER_CONCURRENCY, tasks at once; default: 0, as many as there are cores",
      defaultValue = "${env:WORKER_CONCURRENCY:-0}")
  int concurrency;

  @Option(
      names = "--lease",
      paramLabel = "S",
      description = "WORKER_LEASE, lost after so long without a beat; default: 30",
      defaultValue = "${env:WORKER_LEASE:-30}")
  double lease;

  @Option(
      names = "--task-limit",
      paramLabel = "S",
      description = "TASK_LIMIT, most time for one attempt; default: 60",
      defaultValue = "${env:TASK_LIMIT:-60}")
  double taskLimit;

  @Option(
      names = "--grace",
      paramLabel = "S",
      description = "WORKER_GRACE, for tasks in hand after SIGTERM; default: 20",
      defaultValue = "${env:WORKER_GRACE:-20}")
  double grace;

  @Option(
      names = "--attempts",
      paramLabel = "N",
      description = "MAX_ATTEMPTS, a task that failed so often is dead; default: 5",
      defaultValue = "${env:MAX_ATTEMPTS:-5}")
  int attempts;

  @Option(
      names = "--retry-delay",
      paramLabel = "S",
      description = "RETRY_DELAY, longest pause after the first failure; default: 1",
      defaultValue = "${env:RETRY_DELAY:-1}")
  double retryDelay;

  @Option(
      names = "--health-port",
      paramLabel = "PORT",
      description = "HEALTH_PORT, 0 for any free one; default: -1, no health checks",
      defaultValue = "${env:HEALTH_PORT:--1}")
  int healthPort;

  @Option(
      names = "--end-with-parent",
      description = "drains when the process that started this one is gone")
  boolean endWithParent;

  @Option(names = "--help", usageHelp = true, description = "shows this text")
  boolean help;

  /** {@return the settings of the queue} All who use it must agree on them. */
  public QueueSettings settings() {
    return QueueSettings.named(queue)
        .withLease(seconds("--lease", lease))
        .withMaxAttempts(attempts)
        .withRetryDelay(seconds("--retry-delay", retryDelay));
  }

  /** {@return where images are read from and results go} */
  public ImageStore imageStore(QueueConnection connection) {
    return store.equals("redis")
        ? new RedisImageStore(connection, connection.settings().keepResults())
        : new FolderImageStore(Path.of(store));
  }

  Duration taskTime() {
    return seconds("--task-limit", taskLimit);
  }

  Duration graceTime() {
    return seconds("--grace", grace);
  }

  int threads() {
    return concurrency > 0 ? concurrency : Runtime.getRuntime().availableProcessors();
  }

  String baseName() {
    return name.isBlank() ? ThisProcess.HOST : name;
  }

  private static Duration seconds(String option, double seconds) {
    if (!(seconds > 0 && seconds < 1e9)) {
      throw new ImagingException(
          "%s %s is no time: give seconds, such as 30 or 0.5".formatted(option, seconds));
    }
    return Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
  }
}
