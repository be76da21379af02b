package imaging.service;

import imaging.filters.ImagingException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/**
 * The gateway for Java programs. Thread-safe; one for a program is enough.
 *
 * <p>Each method waits for its answer, and tries again while the gateway is busy, full, away, or
 * without its Redis, until its patience of a minute is at its end. All methods throw {@link
 * GatewayException} then, or at once where trying again cannot help.
 */
public final class GatewayClient implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration ONE_ANSWER = Duration.ofSeconds(60);
  private static final Duration FIRST_LOOK = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  private final URI gateway;
  private final HttpClient http;
  private final Exchange exchange;

  private GatewayClient(URI gateway, Duration patience) {
    this.gateway = gateway;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    this.exchange = new Exchange(http, patience);
  }

  /** {@return a client of the gateway at an address such as {@code http://127.0.0.1:8080}} */
  public static GatewayClient of(URI gateway) {
    return of(gateway, PATIENCE);
  }

  /** As {@link #of(URI)}, with another patience; zero to try once. */
  public static GatewayClient of(URI gateway, Duration patience) {
    return new GatewayClient(gateway, patience);
  }

  /** {@return the task that will process the image} Sends it again if the answer is lost. */
  public TaskView submit(byte[] image, String pipeline) throws InterruptedException {
    return submit(image, pipeline, UUID.randomUUID().toString());
  }

  /** {@return the task that will process the image of a file} */
  public TaskView submit(Path image, String pipeline) throws InterruptedException {
    try {
      return submit(Files.readAllBytes(image), pipeline);
    } catch (IOException e) {
      throw new ImagingException("cannot read %s: check its path".formatted(image), e);
    }
  }

  /**
   * {@return the task of this key} Called again with the same three, also by another program, it
   * answers with the same task.
   *
   * @param idempotencyKey 1 to 200 visible ASCII characters, unique for this image and pipeline
   */
  public TaskView submit(byte[] image, String pipeline, String idempotencyKey)
      throws InterruptedException {
    String query = URLEncoder.encode(pipeline, StandardCharsets.UTF_8);
    HttpRequest request =
        to("/v1/images?pipeline=" + query)
            .header("Idempotency-Key", idempotencyKey)
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(image))
            .build();
    return read(request, TaskView.class);
  }

  /** {@return what has become of the task} */
  public TaskView task(String id) throws InterruptedException {
    return read(to("/v1/tasks/" + id).build(), TaskView.class);
  }

  /**
   * {@return the task once it has ended: done, dead or cancelled}
   *
   * @throws ImagingException if it has not ended within {@code most}
   */
  public TaskView await(String id, Duration most) throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    Duration pause = FIRST_LOOK;
    while (true) {
      TaskView task = task(id);
      if (task.hasEnded()) {
        return task;
      }
      if (System.nanoTime() > deadline) {
        throw new ImagingException(
            "task %s is still %s after %s".formatted(id, task.state(), most));
      }
      Thread.sleep(pause);
      Duration longer = pause.multipliedBy(3).dividedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
  }

  /** {@return the bytes of the result, JPEG or PNG} */
  public byte[] result(String id) throws InterruptedException {
    return exchange.patiently(to("/v1/results/" + id).build());
  }

  /** {@return the queue and the workers now} */
  public StatusView status() throws InterruptedException {
    return read(to("/v1/status").build(), StatusView.class);
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(gateway.resolve(path)).timeout(ONE_ANSWER);
  }

  private <T> T read(HttpRequest request, Class<T> type) throws InterruptedException {
    byte[] body = exchange.patiently(request);
    try {
      return Json.read(body, type);
    } catch (IOException e) {
      throw new GatewayException("%s did not answer as a gateway".formatted(request.uri()), e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
