package imaging.service;

import imaging.queue.Durability;
import imaging.queue.LocalRedis;
import imaging.queue.QueueConnection;
import imaging.queue.QueueSettings;
import imaging.queue.RedisImageStore;
import imaging.queue.RedisServers;
import imaging.queue.RedisTaskQueue;
import imaging.workers.ImageProcessor;
import imaging.workers.ImageStore;
import imaging.workers.WorkerPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** A gateway with a Redis of its own, and workers where a test asks for them. */
final class Stack implements AutoCloseable {

  static final Path SAMPLES = Path.of("../samples");

  final LocalRedis redis = RedisServers.local(Durability.NONE);
  final QueueConnection connection;
  final ImageStore store;
  final Gateway gateway;
  final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private WorkerPool workers = WorkerPool.start(java.util.List.of());

  private Stack(GatewaySettings settings, QueueSettings queue) {
    connection = QueueConnection.to(redis.url(), queue);
    store = new RedisImageStore(connection, Duration.ofHours(1));
    gateway = Gateway.start(settings.withPort(0), connection, store);
  }

  static Stack start(GatewaySettings settings, QueueSettings queue) {
    return new Stack(settings, queue);
  }

  static Stack start() {
    return start(GatewaySettings.defaults(), QueueSettings.named("test"));
  }

  Stack withWorkers(int count) {
    workers =
        WorkerPool.start(
            "worker", count, new RedisTaskQueue(connection), new ImageProcessor(store), _ -> {});
    return this;
  }

  URI uri(String path) {
    return URI.create(gateway.uri() + path);
  }

  GatewayClient client() {
    return GatewayClient.of(gateway.uri());
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  HttpResponse<String> post(String pipeline, byte[] body) {
    return post(pipeline, body, UUID.randomUUID().toString());
  }

  HttpResponse<String> post(String pipeline, byte[] body, String key) {
    return send(
        HttpRequest.newBuilder(uri("/v1/images?pipeline=" + pipeline))
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(body))
            .build());
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** {@return the problem of an answer, whose type, status and innocence it checks} */
  static Problem problem(HttpResponse<String> response) {
    Answers.areProblems(response);
    try {
      return Json.read(response.body().getBytes(StandardCharsets.UTF_8), Problem.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TaskView task(HttpResponse<String> response) {
    try {
      return Json.read(response.body().getBytes(StandardCharsets.UTF_8), TaskView.class);
    } catch (IOException e) {
      throw new UncheckedIOException(response.body(), e);
    }
  }

  static byte[] sample(String name) {
    return bytes(SAMPLES.resolve(name));
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    gateway.close();
    workers.close();
    connection.close();
    redis.close();
    http.close();
  }
}
