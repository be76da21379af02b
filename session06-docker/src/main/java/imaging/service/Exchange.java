package imaging.service;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One request and its answer, tried again while that may help. Thread-safe. */
final class Exchange {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final HttpClient http;
  private final Duration patience;

  /**
   * @param patience for how long in all a request is tried again
   */
  Exchange(HttpClient http, Duration patience) {
    this.http = http;
    this.patience = patience;
  }

  // tag::patience[]
  /**
   * {@return the body of the answer, if its status is below 300}
   *
   * <p>Only for requests that may be said twice. Tries again what may pass: no connection, 429, 503;
   * waits as long as the server asks for.
   *
   * @throws GatewayException for any other answer, and when patience is at its end
   */
  byte[] patiently(HttpRequest request) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    Duration pause = FIRST_PAUSE;
    while (true) {
      GatewayException failure;
      try {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() < 300) {
          return response.body();
        }
        failure = failure(response);
        pause = retryAfter(response, pause);
      } catch (IOException e) {
        failure =
            new GatewayException("the gateway at %s does not answer".formatted(request.uri()), e);
      }
      boolean mayPass = failure.status() == 0 || failure.status() == 429 || failure.status() == 503;
      if (!mayPass || System.nanoTime() + pause.toNanos() > deadline) {
        throw failure;
      }
      Thread.sleep(pause);
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
  }

  // end::patience[]

  private static Duration retryAfter(HttpResponse<?> response, Duration otherwise) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("[0-9]{1,3}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(otherwise);
  }

  private static GatewayException failure(HttpResponse<byte[]> response) {
    try {
      return new GatewayException(Json.read(response.body(), Problem.class));
    } catch (IOException | RuntimeException e) {
      // A proxy between us and the gateway speaks another language.
      String body = new String(response.body(), StandardCharsets.UTF_8);
      String start = body.substring(0, Math.min(80, body.length()));
      return new GatewayException(
          Problem.of("unknown", "An unexpected answer", response.statusCode(), start));
    }
  }
}
