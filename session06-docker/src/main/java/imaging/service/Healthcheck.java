package imaging.service;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Asks a program in the same container how it is: an image without a shell has no curl either. One
 * sentence, exit code 0 or 1.
 */
@Command(
    name = "healthcheck",
    description = "Asks the worker or gateway on this machine whether it is well.")
final class Healthcheck implements Callable<Integer> {

  private static final List<Integer> USUAL_PORTS = List.of(8080, 8081);
  private static final int ANY = -1;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "HEALTHCHECK_PORT; default: 8080 (gateway), or 8081 (worker) if nothing listens there",
      defaultValue = "${env:HEALTHCHECK_PORT:--1}")
  int port = ANY;

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description = "/healthz or /readyz; default: /readyz",
      defaultValue = "/readyz")
  String path = "";

  @Option(
      names = "--timeout",
      paramLabel = "S",
      description = "most seconds to wait; default: 2",
      defaultValue = "2")
  double timeout;

  @Option(names = "--help", usageHelp = true, description = "shows this text")
  boolean help;

  @Override
  public Integer call() {
    String problem = "nothing listens";
    for (int candidate : port == ANY ? USUAL_PORTS : List.of(port)) {
      try {
        return ask(URI.create("http://127.0.0.1:%d%s".formatted(candidate, path)));
      } catch (ConnectException e) {
        problem = "nothing listens on port %d".formatted(candidate);
      } catch (IOException e) {
        problem = "port %d does not answer: %s".formatted(candidate, e.getMessage());
      }
    }
    System.out.println("unhealthy: " + problem);
    return 1;
  }

  /** Not java.net.http: this JVM lives for one request, and its classes take longer to load. */
  private int ask(URI uri) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout((int) (timeout * 1000));
    connection.setReadTimeout((int) (timeout * 1000));
    try {
      int status = connection.getResponseCode();
      System.out.println(
          status == 200 ? "healthy: " + uri : "unhealthy: %s answers %d".formatted(uri, status));
      return status == 200 ? 0 : 1;
    } finally {
      connection.disconnect();
    }
  }
}
