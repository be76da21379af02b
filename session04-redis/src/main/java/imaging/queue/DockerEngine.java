package imaging.queue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether a Docker engine listens, found out in milliseconds and without Testcontainers. */
final class DockerEngine {

  private static final int CONNECT_MILLIS = 500;

  private DockerEngine() {}

  static boolean answers() {
    String host = System.getenv("DOCKER_HOST");
    if (host != null && !host.isBlank()) {
      return answersAt(URI.create(host.strip()));
    }
    return Files.exists(Path.of("\\\\.\\pipe\\docker_engine"))
        || sockets().stream().anyMatch(DockerEngine::listens);
  }

  private static boolean answersAt(URI host) {
    return switch (String.valueOf(host.getScheme())) {
      case "unix" -> listens(Path.of(host.getPath()));
      case "tcp", "http", "https" -> listens(host.getHost(), host.getPort());
      default -> true; // a named pipe, ssh: Testcontainers will tell
    };
  }

  /** Where engines listen on Linux, with Docker Desktop on macOS, and without root. */
  private static List<Path> sockets() {
    List<Path> places = new ArrayList<>(List.of(Path.of("/var/run/docker.sock")));
    places.add(Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"));
    String runtime = System.getenv("XDG_RUNTIME_DIR");
    if (runtime != null && !runtime.isBlank()) {
      places.add(Path.of(runtime, "docker.sock"));
    }
    return places;
  }

  private static boolean listens(Path socket) {
    if (!Files.exists(socket)) {
      return false;
    }
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static boolean listens(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port < 0 ? 2375 : port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
