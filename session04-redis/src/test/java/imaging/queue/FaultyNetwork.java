package imaging.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.utility.DockerImageName;

/** Redis and Toxiproxy in containers; Toxiproxy is told over its HTTP interface what to break. */
final class FaultyNetwork implements AutoCloseable {

  static final String TOXIPROXY_IMAGE = "ghcr.io/shopify/toxiproxy:2.12.0";

  private static final int REDIS_PORT = 6379;
  private static final int CONTROL_PORT = 8474;
  private static final int PROXY_PORT = 8666;

  private final Network network = Network.newNetwork();
  private final GenericContainer<?> redis =
      new GenericContainer<>(DockerImageName.parse(DockerEngine.REDIS_IMAGE))
          .withNetwork(network)
          .withNetworkAliases("redis")
          .withExposedPorts(REDIS_PORT);
  private final GenericContainer<?> toxiproxy =
      new GenericContainer<>(DockerImageName.parse(TOXIPROXY_IMAGE))
          .withNetwork(network)
          .withExposedPorts(CONTROL_PORT, PROXY_PORT);
  private final HttpClient http = HttpClient.newHttpClient();

  FaultyNetwork() {
    redis.start();
    toxiproxy.start();
    say(
        "POST",
        "/proxies",
        "{\"name\":\"redis\",\"listen\":\"0.0.0.0:%d\",\"upstream\":\"redis:%d\"}"
            .formatted(PROXY_PORT, REDIS_PORT));
  }

  String directUrl() {
    return url(redis, REDIS_PORT);
  }

  String faultyUrl() {
    return url(toxiproxy, PROXY_PORT);
  }

  private static String url(GenericContainer<?> container, int port) {
    return "redis://%s:%d".formatted(container.getHost(), container.getMappedPort(port));
  }

  /** Breaks all connections, and refuses new ones. */
  void cut() {
    say("POST", "/proxies/redis", "{\"enabled\":false}");
  }

  /** Redis hears everything; its answers never arrive, and after 200 ms the connection ends. */
  void loseAnswers() {
    say(
        "POST",
        "/proxies/redis/toxics",
        "{\"name\":\"deaf\",\"type\":\"timeout\",\"stream\":\"downstream\","
            + "\"attributes\":{\"timeout\":200}}");
  }

  void heal() {
    say("POST", "/reset", "");
  }

  private void say(String method, String path, String json) {
    URI uri =
        URI.create(
            "http://%s:%d%s"
                .formatted(toxiproxy.getHost(), toxiproxy.getMappedPort(CONTROL_PORT), path));
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .method(method, HttpRequest.BodyPublishers.ofString(json))
            .header("Content-Type", "application/json")
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException("toxiproxy says " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    http.close();
    toxiproxy.stop();
    redis.stop();
    network.close();
  }
}
