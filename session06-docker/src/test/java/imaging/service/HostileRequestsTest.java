package imaging.service;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.queue.QueueSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no browser sends, byte by byte. After each of them the gateway goes on. */
class HostileRequestsTest {

  private static Stack stack;

  @BeforeAll
  static void start() {
    GatewaySettings settings =
        GatewaySettings.defaults()
            .withMaxBytes(1_000_000)
            .withTimes(Duration.ofSeconds(2), Duration.ofSeconds(1));
    stack = Stack.start(settings, QueueSettings.named("hostile"));
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @AfterEach
  void theGatewayGoesOn() throws InterruptedException {
    try (GatewayClient client = stack.client()) {
      assertThat(client.submit(Stack.sample("cat.jpg"), "edges").state()).isEqualTo("pending");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/tasks/../../etc/passwd",
        "/v1/tasks/..%2f..%2fetc%2fpasswd",
        "/v1/results/%2e%2e%2f%2e%2e%2fsecret",
        "/v1/results/..;/..;/secret",
        "/v1/results/a%00.png",
        "/v1/results/a%0d%0aSet-Cookie:x",
        "/v1/results/{images}:pending",
        "/v1/results/*",
        "/v1/tasks/%F0%9F%90%88",
        "/v1/tasks/%zz",
        "//etc/passwd",
        "/v1/results/C:%5CWindows",
        "http://elsewhere/v1/results/../x",
      })
  void pathTricksFindNothing(String path) throws IOException {
    String answer = talk("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(status(answer)).isIn(400, 404);
    isInnocent(answer);
  }

  @Test
  void aLongIdFindsNothing() throws IOException {
    String path = "/v1/tasks/" + "a".repeat(4_000);
    assertThat(status(talk("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")))
        .isEqualTo(404);
  }

  @Test
  void anEndlessPathIsTooLong() throws IOException {
    String answer = talk("GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    assertThat(status(answer)).isEqualTo(414);
    isInnocent(answer);
  }

  @Test
  void aFloodOfHeadersIsCut() throws IOException {
    StringBuilder request = new StringBuilder("GET /v1/status HTTP/1.1\r\nHost: x\r\n");
    for (int i = 0; i < 20_000; i++) {
      request.append("X-Flood-").append(i).append(": ").append("y".repeat(50)).append("\r\n");
    }
    String answer = talk(request + "\r\n");
    assertThat(status(answer)).isEqualTo(431);
    isInnocent(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000\u0001\u0002\r\n\r\n",
        "GET\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "POST /v1/images?pipeline=edges HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        "POST /v1/images?pipeline=edges HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999999999999999\r\n\r\n",
        "POST /v1/images?pipeline=edges HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /v1/images?pipeline=edges HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
        "POST /v1/images?pipeline=%zz HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
      })
  void brokenHttpIsRefused(String request) throws IOException {
    String answer = talk(request);
    assertThat(status(answer)).isBetween(400, 505);
    assertThat(status(answer)).isNotEqualTo(500);
    isInnocent(answer);
  }

  @Test
  void aGigabyteThatIsAnnouncedIsRefusedBeforeItsFirstByte() throws IOException {
    String answer =
        talk(
            """
            POST /v1/images?pipeline=edges HTTP/1.1\r
            Host: x\r
            Content-Length: 1000000000\r
            Expect: 100-continue\r
            \r
            """);
    assertThat(status(answer)).isEqualTo(413);
    assertThat(answer).doesNotContain("100 Continue");
    isInnocent(answer);
  }

  @Test
  void aGigabyteThatIsNotAnnouncedIsRefusedEarly() throws IOException {
    byte[] megabyte = new byte[1_000_000];
    int sent = 0;
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ascii(
              "POST /v1/images?pipeline=edges HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"));
      try {
        for (; sent < 1_000; sent++) {
          out.write(ascii("f4240\r\n"));
          out.write(megabyte);
          out.write(ascii("\r\n"));
        }
      } catch (SocketException closed) {
        // The gateway has hung up on us, as it should.
      }
    }
    assertThat(sent).as("megabytes that were taken").isLessThan(100);
  }

  @Test
  void aBodyThatStopsIsGivenUp() throws IOException {
    String answer =
        talk(
            "POST /v1/images?pipeline=edges HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc");
    assertThat(status(answer)).isEqualTo(408);
    isInnocent(answer);
  }

  @Test
  void aBodyThatDripsIsGivenUp() throws Exception {
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ascii(
              "POST /v1/images?pipeline=edges HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n"));
      Thread drip = Thread.ofVirtual().start(() -> drip(out));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      drip.join();
      assertThat(status(answer)).isEqualTo(408);
      isInnocent(answer);
    }
  }

  /** One byte each tenth of a second: no pause is ever long enough to be noticed. */
  private static void drip(OutputStream out) {
    try {
      for (int i = 0; i < 999; i++) {
        out.write('x');
        out.flush();
        Thread.sleep(100); // the sender's slowness is what is tested
      }
    } catch (IOException | InterruptedException e) {
      // given up, as it should be
    }
  }

  @Test
  void manySlowSendersTogetherHoldOnlyWhatTheySent() throws Exception {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Socket socket = connect();
      socket
          .getOutputStream()
          .write(
              ascii(
                  "POST /v1/images?pipeline=edges HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\nabc"));
      slow.add(socket);
    }
    theGatewayGoesOn(); // three bytes each is what they hold
    for (Socket socket : slow) {
      socket.close();
    }
  }

  private static void isInnocent(String answer) {
    Answers.areInnocent(answer);
    assertThat(answer).contains("application/problem+json");
  }

  private static int status(String answer) {
    assertThat(answer).as("an answer").startsWith("HTTP/1.1 ");
    return Integer.parseInt(answer.substring(9, 12));
  }

  private static Socket connect() throws IOException {
    Socket socket = new Socket("127.0.0.1", stack.gateway.port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  /** {@return all that the gateway says until it hangs up} */
  private static String talk(String request) throws IOException {
    try (Socket socket = connect()) {
      Thread.ofVirtual().start(() -> write(socket, request));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static void write(Socket socket, String request) {
    try {
      socket.getOutputStream().write(ascii(request));
    } catch (IOException e) {
      // The gateway answered before the end of the request.
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
