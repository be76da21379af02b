package imaging.service;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.workers.HealthServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthcheckTest {

  @Test
  void aWellProgramIsExitCode0() {
    try (HealthServer server = HealthServer.start(0, List::of, List::of)) {
      assertThat(check(server.port()))
          .isEqualTo("0 healthy: http://127.0.0.1:%d/readyz".formatted(server.port()));
    }
  }

  @Test
  void oneThatIsNotReadyIsExitCode1ButMayBeAlive() {
    try (HealthServer server = HealthServer.start(0, List::of, () -> List.of("draining"))) {
      assertThat(check(server.port())).startsWith("1 unhealthy: ").endsWith("/readyz answers 503");
      assertThat(check(server.port(), "--path", "/healthz")).startsWith("0 healthy: ");
    }
  }

  @Test
  void nobodyThereIsExitCode1() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    assertThat(check(port)).isEqualTo("1 unhealthy: nothing listens on port " + port);
  }

  @Test
  void oneThatListensAndSaysNothingIsExitCode1() throws IOException {
    try (ServerSocket mute = new ServerSocket(0)) {
      assertThat(check(mute.getLocalPort(), "--timeout", "0.2")).startsWith("1 unhealthy: port ");
    }
  }

  private static String check(int port, String... more) {
    PrintStream before = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      String[] arguments = new String[more.length + 3];
      arguments[0] = "healthcheck";
      arguments[1] = "--port";
      arguments[2] = Integer.toString(port);
      System.arraycopy(more, 0, arguments, 3, more.length);
      int code = Main.run(arguments, Map.of());
      return code + " " + said.toString(StandardCharsets.UTF_8).strip();
    } finally {
      System.setOut(before);
    }
  }
}
