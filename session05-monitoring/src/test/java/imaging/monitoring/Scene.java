package imaging.monitoring;

import static org.awaitility.Awaitility.await;

import imaging.queue.Leases;
import imaging.queue.Ledger;
import imaging.queue.LocalRedis;
import imaging.queue.QueueConnection;
import imaging.queue.QueueCounts;
import imaging.queue.QueueSettings;
import imaging.queue.QueueUnavailableException;
import imaging.queue.RedisTaskQueue;
import imaging.workers.ImageTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A queue, a folder for results, and worker processes on both. */
final class Scene implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(120);

  final QueueSettings settings;
  final QueueConnection connection;
  final RedisTaskQueue queue;
  final Ledger ledger;
  final Leases leases;
  final Monitor monitor;
  private final LocalRedis redis;
  private final Path folder;

  Scene(LocalRedis redis, Path folder, Duration lease, int attempts) {
    this.redis = redis;
    this.folder = folder;
    this.settings = Queues.fresh().withLease(lease).withMaxAttempts(attempts);
    this.connection = QueueConnection.to(redis.url(), settings);
    this.queue = new RedisTaskQueue(connection);
    this.ledger = new Ledger(connection);
    this.leases = new Leases(connection);
    this.monitor = new Monitor(connection, Duration.ofMillis(200), _ -> {});
  }

  /** {@return ids} */
  List<String> submit(String prefix, int count, String behaviour) {
    List<ImageTask> tasks =
        IntStream.range(0, count)
            .mapToObj(i -> new ImageTask(prefix + i, "x", behaviour, 0, Instant.now(), Map.of()))
            .toList();
    queue.enqueueAll(tasks);
    return tasks.stream().map(ImageTask::id).toList();
  }

  Fleet fleet(int size, String... more) {
    List<String> options =
        List.of(
            "--redis", redis.url(),
            "--queue", settings.name(),
            "--store", folder.resolve("results").toString(),
            "--concurrency", "1",
            "--lease", Double.toString(settings.lease().toMillis() / 1000.0),
            "--attempts", Integer.toString(settings.maxAttempts()),
            "--retry-delay", "0.01");
    return Fleet.start(
        TestWorker.class.getName(),
        size,
        folder.resolve("logs"),
        Stream.concat(options.stream(), Stream.of(more)).toList());
  }

  void awaitCounts(String what, Predicate<QueueCounts> condition) {
    await(what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .ignoreException(QueueUnavailableException.class)
        .until(ledger::counts, condition);
  }

  /** {@return the names of the results that were stored; half-written files have other names} */
  List<String> results() {
    try (Stream<Path> files = Files.list(folder.resolve("results"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".txt"))
          .map(name -> name.replace(".txt", ""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return how many lines of a member's log hold the text} */
  long said(int member, String text) {
    try (Stream<String> lines =
        Files.lines(folder.resolve("logs").resolve("worker-" + member + ".log"))) {
      return lines.filter(line -> line.contains(text)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
