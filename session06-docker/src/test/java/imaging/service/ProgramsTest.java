package imaging.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import imaging.queue.Durability;
import imaging.queue.LocalRedis;
import imaging.queue.RedisServers;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worker and gateway as processes: started, asked for their health, told to stop. */
class ProgramsTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static LocalRedis redis;

  @BeforeAll
  static void start() {
    redis = RedisServers.local(Durability.NONE);
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @Test
  void bothWorkTogetherAndStopWithExitCode0(@TempDir Path folder) throws Exception {
    Path config = folder.resolve("imaging.properties");
    Files.writeString(
        config, "redis=%s\nqueue=together\nport=0\nhealth-port=0\n".formatted(redis.url()));
    try (Program gateway = Program.start("128m", "gateway", "--config", config.toString());
        Program worker =
            Program.start("128m", "worker", "--config", config.toString(), "--concurrency=2");
        GatewayClient client = client(gateway.port())) {
      await().atMost(SOON).until(() -> healthcheck(worker.port()) == 0);
      await().atMost(SOON).until(() -> healthcheck(gateway.port()) == 0);
      List<TaskView> sent = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        sent.add(client.submit(Stack.sample("landscape.jpg"), "blur:radius=5"));
      }
      client.await(sent.getFirst().id(), SOON);
      assertThat(worker.stop()).as("stopped under load").isZero();
      await().atMost(SOON).until(() -> client.status().queue().processing() == 0);
      StatusView.Queue queue = client.status().queue();
      assertThat(queue.done() + queue.pending() + queue.delayed()).isEqualTo(40);
      assertThat(queue.lost()).isZero();
      assertThat(gateway.stop()).isZero();
      assertThat(gateway.output).anyMatch(line -> line.contains("redis ") && line.contains("file"));
    }
  }

  @Test
  void aGatewayThatIsToldToStopFinishesTheUploadThatIsOnItsWay() throws Exception {
    try (Program gateway =
            Program.start(
                "128m", "gateway", "--redis", redis.url(), "--port", "0", "--queue", "drain");
        Socket socket = new Socket("127.0.0.1", gateway.port())) {
      byte[] cat = Stack.sample("cat.jpg");
      OutputStream out = socket.getOutputStream();
      String head =
          "POST /v1/images?pipeline=edges HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n";
      out.write(head.formatted(cat.length).getBytes(StandardCharsets.ISO_8859_1));
      await().atMost(SOON).until(() -> healthcheck(gateway.port()) == 0);
      out.write(cat, 0, 10_000);
      gateway.terminate();
      int sent = 10_000;
      while (healthcheck(gateway.port()) == 0 || sent == 10_000) {
        out.write(cat[sent++]); // slowly, but never idle
      }
      out.write(cat, sent, cat.length - sent);
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer).startsWith("HTTP/1.1 202 ");
      assertThat(gateway.exitCode()).isZero();
    }
  }

  @Test
  void aSmallHeapOutlivesLargeBodies() throws Exception {
    try (Program gateway =
            Program.start(
                "64m", "gateway", "--redis", redis.url(), "--port", "0", "--queue", "small");
        GatewayClient client = client(gateway.port())) {
      List<Thread> senders = new ArrayList<>();
      int port = gateway.port();
      for (int i = 0; i < 40; i++) {
        senders.add(Thread.ofVirtual().start(() -> sendMegabytes(port, 15)));
      }
      senders.add(Thread.ofVirtual().start(() -> sendMegabytes(port, 1_000)));
      for (Thread sender : senders) {
        sender.join();
      }
      assertThat(gateway.isAlive()).as("out of memory: %s", gateway.output).isTrue();
      assertThat(client.submit(Stack.sample("cat.jpg"), "edges").state()).isEqualTo("pending");
      assertThat(gateway.output).noneMatch(line -> line.contains("OutOfMemory"));
    }
  }

  /** Sends a body that is generated, of unknown length, until it ends or the gateway hangs up. */
  private static void sendMegabytes(int port, int count) {
    byte[] megabyte = new byte[1_000_000];
    try (Socket socket = new Socket("127.0.0.1", port)) {
      OutputStream out = socket.getOutputStream();
      String head =
          "POST /v1/images?pipeline=edges HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      for (int i = 0; i < count; i++) {
        out.write("f4240\r\n".getBytes(StandardCharsets.ISO_8859_1));
        out.write(megabyte);
        out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
      }
      out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      socket.getInputStream().read();
    } catch (IOException e) {
      // refused, as it may be
    }
  }

  private static GatewayClient client(int port) {
    return GatewayClient.of(URI.create("http://127.0.0.1:" + port));
  }

  private static int healthcheck(int port) {
    return Main.run(new String[] {"healthcheck", "--port", Integer.toString(port)}, Map.of());
  }
}
