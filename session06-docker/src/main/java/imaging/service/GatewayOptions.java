package imaging.service;

import imaging.filters.ImagingException;
import imaging.queue.QueueConnection;
import imaging.queue.QueueSettings;
import imaging.queue.RedisImageStore;
import imaging.workers.FolderImageStore;
import imaging.workers.ImageStore;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How a gateway process runs. Names and variables as those of workers where they mean the same. */
final class GatewayOptions {

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
      names = "--store",
      paramLabel = "WHERE",
      description = "IMAGE_STORE, a folder or the word redis; default: redis",
      defaultValue = "${env:IMAGE_STORE:-redis}")
  String store = "";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "HTTP_PORT, 0 for any free one; default: 8080",
      defaultValue = "${env:HTTP_PORT:-8080}")
  int port;

  @Option(
      names = "--queue-bound",
      paramLabel = "N",
      description = "QUEUE_BOUND, 429 while so many tasks wait; default: 10000",
      defaultValue = "${env:QUEUE_BOUND:-10000}")
  int bound;

  @Option(
      names = "--max-bytes",
      paramLabel = "N",
      description = "UPLOAD_MAX_BYTES of one image; default: 20000000",
      defaultValue = "${env:UPLOAD_MAX_BYTES:-20000000}")
  long maxBytes;

  @Option(
      names = "--max-pixels",
      paramLabel = "N",
      description = "UPLOAD_MAX_PIXELS of one image; default: 40000000",
      defaultValue = "${env:UPLOAD_MAX_PIXELS:-40000000}")
  long maxPixels;

  @Option(
      names = "--upload-memory",
      paramLabel = "N",
      description =
          "UPLOAD_MEMORY, bytes for all images on their way; default: 0, half of the heap",
      defaultValue = "${env:UPLOAD_MEMORY:-0}")
  long memory;

  @Option(
      names = "--upload-time",
      paramLabel = "S",
      description = "UPLOAD_TIME, most seconds for one body; default: 30",
      defaultValue = "${env:UPLOAD_TIME:-30}")
  double uploadTime;

  @Option(
      names = "--drain-pause",
      paramLabel = "S",
      description = "DRAIN_PAUSE, serves on for so long after SIGTERM, not ready; default: 0",
      defaultValue = "${env:DRAIN_PAUSE:-0}")
  double drainPause;

  @Option(
      names = "--grace",
      paramLabel = "S",
      description = "GATEWAY_GRACE, for running requests after SIGTERM; default: 15",
      defaultValue = "${env:GATEWAY_GRACE:-15}")
  double grace;

  GatewaySettings settings() {
    GatewaySettings defaults = GatewaySettings.defaults();
    return defaults
        .withPort(port)
        .withMaxBytes(maxBytes)
        .withMaxPixels(maxPixels)
        .withMemory(memory > 0 ? memory : defaults.memory())
        .withTimes(seconds("--upload-time", uploadTime), defaults.idle());
  }

  QueueSettings queueSettings() {
    return QueueSettings.named(queue).withBound(bound);
  }

  ImageStore imageStore(QueueConnection connection) {
    return store.equals("redis")
        ? new RedisImageStore(connection, connection.settings().keepResults())
        : new FolderImageStore(Path.of(store));
  }

  Duration pauseTime() {
    return seconds("--drain-pause", drainPause);
  }

  Duration graceTime() {
    return seconds("--grace", grace);
  }

  private static Duration seconds(String option, double seconds) {
    if (!(seconds >= 0 && seconds < 1e6)) {
      throw new ImagingException(
          "%s %s is no time: give seconds, such as 30 or 0.5".formatted(option, seconds));
    }
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
