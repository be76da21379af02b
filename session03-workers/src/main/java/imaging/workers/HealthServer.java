package imaging.workers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import imaging.filters.ImagingException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers {@code GET /healthz} (liveness: restart me if this fails) and {@code GET /readyz}
 * (readiness: give me no work while this fails) with 200 or 503 and the reasons as JSON.
 */
public final class HealthServer implements AutoCloseable {

  /** The body of an answer. */
  private record Report(String status, List<String> problems) {}

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final ExecutorService threads;

  private HealthServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts answering on all addresses of this machine: the probes come from outside the container.
   *
   * @param port 0 for any free one, see {@link #port}
   * @throws ImagingException if the port is taken
   */
  public static HealthServer start(int port, Probe live, Probe ready) {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
      ExecutorService threads =
          Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("health-", 1).factory());
      server.setExecutor(threads);
      server.createContext("/healthz", exchange -> answer(exchange, "/healthz", live));
      server.createContext("/readyz", exchange -> answer(exchange, "/readyz", ready));
      server.start();
      return new HealthServer(server, threads);
    } catch (IOException e) {
      throw new ImagingException(
          "cannot answer health checks on port %d: choose another port".formatted(port), e);
    }
  }

  /** {@return the port it listens on} */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange, String path, Probe probe) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals(path)) {
        exchange.sendResponseHeaders(404, -1); // a context also matches longer paths
      } else {
        switch (exchange.getRequestMethod()) {
          case "GET" -> send(exchange, ask(probe), true);
          case "HEAD" -> send(exchange, ask(probe), false);
          default -> {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            exchange.sendResponseHeaders(405, -1);
          }
        }
      }
    }
  }

  private static List<String> ask(Probe probe) {
    try {
      return probe.problems();
    } catch (RuntimeException e) {
      return List.of("the probe failed: " + e);
    }
  }

  private static void send(HttpExchange exchange, List<String> problems, boolean withBody)
      throws IOException {
    byte[] body = json(new Report(problems.isEmpty() ? "UP" : "DOWN", problems));
    int status = problems.isEmpty() ? 200 : 503;
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, withBody ? body.length : -1);
    if (withBody) {
      exchange.getResponseBody().write(body);
    }
  }

  private static byte[] json(Report report) throws JsonProcessingException {
    return JSON.writeValueAsBytes(report);
  }
}
