package imaging.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import imaging.queue.Durability;
import imaging.queue.LocalRedis;
import imaging.queue.QueueConnection;
import imaging.queue.RedisServers;
import imaging.queue.RedisTaskQueue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonitorTest {

  private final AtomicLong nanos = new AtomicLong();
  private LocalRedis redis;
  private QueueConnection connection;
  private RedisTaskQueue queue;
  private Monitor monitor;

  @BeforeEach
  void start() throws InterruptedException {
    redis = RedisServers.local(Durability.NONE);
    connection = QueueConnection.to(redis.url(), Queues.fresh());
    queue = new RedisTaskQueue(connection);
    monitor = new Monitor(connection, Duration.ofSeconds(1), _ -> {}, nanos::get);
    queue.enqueueAll(Queues.tasks(5));
    queue.reject(queue.take("ada", Duration.ZERO), "<b>not an image</b>");
    queue.take("ada", Duration.ZERO);
  }

  @AfterEach
  void stop() {
    monitor.close();
    connection.close();
    redis.close();
  }

  @Test
  void aSnapshotTellsWhereEverythingIs() throws InterruptedException {
    monitor.look();
    queue.complete(queue.take("bob", Duration.ZERO), "r");
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    monitor.look();
    Snapshot snapshot = monitor.latest();
    assertThat(snapshot.counts().pending()).isEqualTo(2);
    assertThat(snapshot.counts().processing()).isEqualTo(1);
    assertThat(snapshot.perSecond()).isEqualTo(0.5);
    assertThat(snapshot.worked().count()).isEqualTo(1);
    assertThat(snapshot.workers())
        .extracting(WorkerView::name)
        .containsExactlyInAnyOrder("ada", "bob");
    assertThat(snapshot.deadLetters())
        .singleElement()
        .extracting(DeadLetter::id, DeadLetter::reason)
        .containsExactly("t0", "<b>not an image</b>");
    assertThat(monitor.history()).hasSize(2);
    assertThat(MonitorScreen.line(snapshot)).contains("pending 2", "done 1/5", "dead 1");
    assertThat(MonitorScreen.lines(snapshot)).anySatisfy(l -> assertThat(l).contains("ada"));
  }

  @Test
  void whileRedisIsAwayTheOldPictureStaysAndSaysSo() {
    monitor.look();
    redis.kill();
    Duration first = monitor.look();
    Duration second = monitor.look();
    assertThat(second).as("tries at growing intervals").isGreaterThan(first);
    assertThat(monitor.latest().problem()).contains("does not answer");
    assertThat(monitor.latest().counts().pending()).isEqualTo(3);
    assertThat(monitor.history()).as("nothing was measured").hasSize(1);
    redis.restart();
    assertThat(monitor.look()).isEqualTo(Duration.ofSeconds(1));
    assertThat(monitor.latest().problem()).isNull();
  }

  @Test
  void thePageServesNumbersAndReplaysOnlyOnJson() throws Exception {
    try (MonitorServer server = MonitorServer.start(monitor, 0, false)) {
      monitor.look();
      assertThat(get(server, "").body()).startsWith("<!doctype html>").doesNotContain("http");
      JsonNode snapshot = Json.MAPPER.readTree(get(server, "api/snapshot").body());
      assertThat(snapshot.at("/counts/pending").asInt()).isEqualTo(3);
      assertThat(snapshot.at("/deadLetters/0/id").asText()).isEqualTo("t0");
      assertThat(get(server, "api/history").statusCode()).isEqualTo(200);
      assertThat(get(server, "nothing").statusCode()).isEqualTo(404);
      assertThat(post(server, "text/plain", "[\"t0\"]").statusCode()).isEqualTo(415);
      assertThat(post(server, "application/json", "t0").statusCode()).isEqualTo(400);
      assertThat(post(server, "application/json", "[\"t0\"]").body()).contains("\"replayed\":1");
      redis.kill();
      assertThat(post(server, "application/json", "[\"t0\"]").statusCode()).isEqualTo(503);
    }
  }

  private static HttpResponse<String> get(MonitorServer server, String path)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(server.url() + path)));
  }

  private static HttpResponse<String> post(MonitorServer server, String type, String body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(server.url() + "api/replay"))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void offATerminalASnapshotIsOneLineAndOnOneTheOldPictureIsErased() {
    monitor.look();
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    new MonitorScreen(new PrintStream(plain, true, StandardCharsets.UTF_8), false)
        .accept(monitor.latest());
    assertThat(plain.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    ByteArrayOutputStream drawn = new ByteArrayOutputStream();
    MonitorScreen screen =
        new MonitorScreen(new PrintStream(drawn, true, StandardCharsets.UTF_8), true);
    screen.accept(monitor.latest());
    assertThat(drawn.toString(StandardCharsets.UTF_8)).doesNotContain("\u001B");
    screen.accept(monitor.latest());
    assertThat(drawn.toString(StandardCharsets.UTF_8)).contains("\u001B[J");
  }

  @Test
  void percentilesAreTimesThatWereReallyTaken() {
    List<Duration> times = IntStream.rangeClosed(1, 200).mapToObj(Duration::ofMillis).toList();
    assertThat(Percentiles.of(times.reversed())).isEqualTo(new Percentiles(200, 100, 198));
    assertThat(Percentiles.of(List.of(Duration.ofMillis(7)))).isEqualTo(new Percentiles(1, 7, 7));
    assertThat(Percentiles.of(List.of())).isEqualTo(new Percentiles(0, 0, 0));
  }

  @Test
  void throughputForgetsWhatIsOutsideItsWindow() {
    Throughput throughput = new Throughput(Duration.ofSeconds(10));
    assertThat(throughput.add(0, 0)).isZero();
    assertThat(throughput.add(5_000_000_000L, 100)).isEqualTo(20);
    assertThat(throughput.add(15_000_000_000L, 100)).as("nothing for ten seconds").isZero();
    assertThat(throughput.add(16_000_000_000L, 5)).as("another queue: begin again").isZero();
  }
}
