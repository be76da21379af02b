package imaging.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import imaging.filters.ImagingException;
import imaging.queue.QueueUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The monitor as a web page ({@code /}), its numbers as JSON ({@code GET /api/snapshot}, {@code GET
 * /api/history}), and one thing to do: {@code POST /api/replay} with a JSON list of task ids.
 *
 * <p>Serves this machine only, unless told otherwise. A page of another site cannot replay: a POST
 * must say that it is JSON, which browsers let foreign pages do only after asking here.
 */
public final class MonitorServer implements AutoCloseable {

  private static final int MOST_BODY = 100_000;
  private static final String HTML = "text/html; charset=utf-8";
  private static final String JSON = "application/json";

  private final HttpServer server;
  private final ExecutorService threads;
  private final Monitor monitor;

  private MonitorServer(HttpServer server, ExecutorService threads, Monitor monitor) {
    this.server = server;
    this.threads = threads;
    this.monitor = monitor;
  }

  /**
   * Starts serving.
   *
   * @param port 0 for any free one
   * @param everywhere also to other machines; for containers, whose network decides who gets here
   */
  public static MonitorServer start(Monitor monitor, int port, boolean everywhere) {
    InetSocketAddress address =
        everywhere
            ? new InetSocketAddress(port)
            : new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try {
      HttpServer server = HttpServer.create(address, 0);
      ExecutorService threads =
          Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("monitor-web-", 1).factory());
      MonitorServer self = new MonitorServer(server, threads, monitor);
      server.setExecutor(threads);
      byte[] page = page();
      self.get("/", _ -> new Answer(200, HTML, page));
      self.get("/api/snapshot", m -> json(200, m.latest()));
      self.get("/api/history", m -> json(200, m.history()));
      server.createContext("/api/replay", closing(self::replay));
      server.start();
      return self;
    } catch (IOException e) {
      throw new ImagingException(
          "cannot show the monitor on port %d: choose another port".formatted(port), e);
    }
  }

  /** {@return where the page is} */
  public String url() {
    return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
  }

  private record Answer(int status, String type, byte[] body) {}

  private interface Page {
    Answer of(Monitor monitor);
  }

  private void get(String path, Page page) {
    server.createContext(
        path,
        closing(
            exchange -> {
              if (!exchange.getRequestURI().getPath().equals(path)) {
                send(exchange, problem(404, "there is nothing here"));
              } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                send(exchange, problem(405, "only GET"));
              } else {
                send(exchange, page.of(monitor));
              }
            }));
  }

  private void replay(HttpExchange exchange) throws IOException {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (!exchange.getRequestMethod().equals("POST") || type == null || !type.startsWith(JSON)) {
      send(exchange, problem(415, "POST a JSON list of task ids"));
      return;
    }
    try {
      byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY);
      List<String> ids = Json.MAPPER.readValue(body, new TypeReference<List<String>>() {});
      send(exchange, json(200, Map.of("replayed", monitor.replay(ids))));
    } catch (JsonProcessingException e) {
      send(exchange, problem(400, "the body must be a JSON list of task ids"));
    } catch (QueueUnavailableException e) {
      send(exchange, problem(503, String.valueOf(e.getMessage())));
    }
  }

  private static HttpHandler closing(HttpHandler handler) {
    return exchange -> {
      try (exchange) {
        handler.handle(exchange);
      }
    };
  }

  private static Answer json(int status, Object value) {
    return new Answer(status, JSON, Json.write(value).getBytes(StandardCharsets.UTF_8));
  }

  private static Answer problem(int status, String sentence) {
    return json(status, Map.of("error", sentence));
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", answer.type());
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(answer.status(), answer.body().length);
    exchange.getResponseBody().write(answer.body());
  }

  private static byte[] page() throws IOException {
    try (InputStream in = MonitorServer.class.getResourceAsStream("monitor.html")) {
      if (in == null) {
        throw new IOException("monitor.html is not on the classpath");
      }
      return in.readAllBytes();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
