package imaging.queue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a Docker engine answers and has an image, found out in milliseconds and without
 * Testcontainers, which takes seconds to say no, and minutes to give up on an image.
 */
final class DockerEngine {

  /** The Redis that production runs; {@code -Dredis.image} takes another. */
  static final String REDIS_IMAGE = System.getProperty("redis.image", "redis:8.0.2");

  private static final int HTTP_PORT = 2375;

  private DockerEngine() {}

  /** {@return whether an engine answers} */
  static boolean answers() {
    return answersOk("/_ping");
  }

  /** {@return whether an engine answers and the image need not be pulled} */
  static boolean has(String image) {
    return answersOk("/images/" + image + "/json");
  }

  private static boolean answersOk(String path) {
    String host = System.getenv("DOCKER_HOST");
    boolean named = host != null && !host.isBlank();
    if (named
        ? isHidden(URI.create(host.strip()))
        : Files.exists(Path.of("\\\\.\\pipe\\docker_engine"))) {
      return true; // a named pipe of Windows, ssh: Testcontainers will tell
    }
    List<SocketAddress> places = named ? List.of(address(URI.create(host.strip()))) : sockets();
    return places.stream()
        .map(place -> statusLine(place, path))
        .flatMap(Optional::stream)
        .anyMatch(line -> line.matches("HTTP/1\\.\\d 200.*"));
  }

  private static boolean isHidden(URI host) {
    return !List.of("unix", "tcp", "http").contains(String.valueOf(host.getScheme()));
  }

  private static SocketAddress address(URI host) {
    return String.valueOf(host.getScheme()).equals("unix")
        ? UnixDomainSocketAddress.of(host.getPath())
        : new InetSocketAddress(host.getHost(), host.getPort() < 0 ? HTTP_PORT : host.getPort());
  }

  /** Where engines listen on Linux, with Docker Desktop on macOS, and without root. */
  private static List<SocketAddress> sockets() {
    List<Path> places = new ArrayList<>(List.of(Path.of("/var/run/docker.sock")));
    places.add(Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"));
    String runtime = System.getenv("XDG_RUNTIME_DIR");
    if (runtime != null && !runtime.isBlank()) {
      places.add(Path.of(runtime, "docker.sock"));
    }
    return places.stream()
        .filter(Files::exists)
        .<SocketAddress>map(UnixDomainSocketAddress::of)
        .toList();
  }

  private static Optional<String> statusLine(SocketAddress place, String path) {
    String request = "GET %s HTTP/1.0\r\nHost: docker\r\n\r\n".formatted(path);
    try (SocketChannel channel = SocketChannel.open(place)) {
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      ByteBuffer answer = ByteBuffer.allocate(64);
      while (answer.hasRemaining() && channel.read(answer) >= 0) {}
      return new String(answer.array(), StandardCharsets.US_ASCII).lines().findFirst();
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }
}
