package imaging.service.demo;

import imaging.filters.ImagingException;
import imaging.service.GatewayClient;
import imaging.service.StatusView;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The system of compose.yaml under bad luck: one worker, then four, of which one is killed, and then
 * Redis is killed as well. Counts what came out.
 *
 * <p>{@code docker kill} is taken for your own wish, so Docker's restart policy does not step in: the
 * demo starts Redis again as an operator would, and leaves the worker dead. Its tasks come back when
 * its lease runs out, Redis' data from its append-only file.
 *
 * <pre>
 * docker build -f session06-docker/deploy/Dockerfile -t imaging/service:1.0.0 .
 * mvn -q -pl session06-docker compile exec:exec@compose-demo
 * </pre>
 *
 * <p>You should see, at the end, {@code 200 submitted, 200 done, 0 lost}.
 */
@Command(
    name = "compose-demo",
    description = "The system in Compose; a worker and Redis are killed.")
public final class ComposeDemo implements Callable<Integer> {

  private static final Path SAMPLES = Path.of("samples");
  private static final Path OUTPUT = Path.of("session06-docker/target/compose-demo");

  /** Work for some seconds: there must be tasks in hand when the worker is killed. */
  private static final String CHAIN =
      "grayscale|blur:radius=8|sobel|blur:radius=8|boxblur:radius=5";

  private static final Duration MOST = Duration.ofMinutes(8);

  @Option(names = "--images", paramLabel = "N", description = "default: 200")
  private int images = 200;

  @Option(names = "--port", paramLabel = "PORT", description = "of the gateway; default: 18080")
  private int port = 18080;

  @Option(names = "--keep", description = "leaves the system running")
  private boolean keep;

  private final long start = System.nanoTime();

  private ComposeDemo() {}

  static void main(String[] args) {
    CommandLine line =
        new CommandLine(new ComposeDemo())
            .setExecutionExceptionHandler((e, _, _) -> failed(e))
            .setParameterExceptionHandler((e, _) -> failed(e));
    System.exit(line.execute(args));
  }

  private static int failed(Exception e) throws Exception {
    if (e instanceof ImagingException || e instanceof CommandLine.ParameterException) {
      System.err.println(e.getMessage());
      return 2;
    }
    throw e;
  }

  @Override
  public Integer call() throws Exception {
    // A project of its own: the volumes of a system that you run by hand stay as they are.
    Compose compose =
        new Compose(
            Map.of(
                "COMPOSE_PROJECT_NAME", "imaging-demo",
                "GATEWAY_PORT", String.valueOf(port),
                "REDIS_PASSWORD_FILE", password().toAbsolutePath().toString()));
    compose.check();
    try {
      return run(compose);
    } finally {
      if (!keep) {
        compose.compose("down", "--volumes", "--timeout", "30");
        say("taken down");
      }
    }
  }

  // tag::story[]
  private int run(Compose compose) throws Exception {
    compose.compose("up", "--wait", "--scale", "worker=1");
    say("up and healthy: redis, gateway, 1 worker");
    try (GatewayClient client = GatewayClient.of(URI.create("http://127.0.0.1:" + port));
        ExecutorService background = Executors.newSingleThreadExecutor()) {
      Future<List<String>> sending = background.submit(() -> submitAll(client));
      waitForDone(client, images / 20);
      // Without --wait: the new ones shall find something to do when they are there.
      compose.compose("up", "--detach", "--no-recreate", "--scale", "worker=4", "worker");
      say("scaled to 4 workers, %d done".formatted(queue(client).done()));
      String victim = compose.compose("ps", "--quiet", "worker").lines().findFirst().orElseThrow();
      compose.docker("kill", "--signal", "KILL", victim);
      say("killed a worker, %d done".formatted(queue(client).done()));
      compose.compose("kill", "--signal", "KILL", "redis");
      say("killed Redis");
      compose.compose("start", "redis");
      say("started Redis again, %d done".formatted(queue(client).done()));
      List<String> ids = sending.get();
      say("%d submitted, each with its answer from the gateway".formatted(ids.size()));
      long missing = 0;
      for (String id : ids) {
        boolean done = client.await(id, MOST).state().equals("done");
        missing += done && client.result(id).length > 0 ? 0 : 1;
      }
      StatusView.Queue end = queue(client);
      say(
          "%d submitted, %d done, %d lost"
              .formatted(ids.size(), ids.size() - missing, end.lost() + missing));
      return missing == 0 && end.lost() == 0 ? 0 : 1;
    }
  }

  // end::story[]

  private List<String> submitAll(GatewayClient client) throws InterruptedException {
    List<Path> photos = photos();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < images; i++) {
      ids.add(client.submit(photos.get(i % photos.size()), CHAIN).id());
    }
    return ids;
  }

  private static void waitForDone(GatewayClient client, long wanted) throws InterruptedException {
    long deadline = System.nanoTime() + MOST.toNanos();
    while (queue(client).done() < wanted) {
      if (System.nanoTime() > deadline) {
        throw new ImagingException(
            "after %s still not %d images are done: look at docker compose logs worker"
                .formatted(MOST, wanted));
      }
      Thread.sleep(200);
    }
  }

  private static StatusView.Queue queue(GatewayClient client) throws InterruptedException {
    return client.status().queue();
  }

  private void say(String what) {
    System.out.printf("%6.1f s  %s%n", (System.nanoTime() - start) / 1e9, what);
  }

  private static List<Path> photos() {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files.filter(file -> file.toString().matches(".*\\.(jpg|png)")).sorted().toList();
    } catch (IOException e) {
      throw new ImagingException(
          "the folder %s cannot be read: run the demo from the repository's root"
              .formatted(SAMPLES.toAbsolutePath()),
          e);
    }
  }

  /** A new one each time. Readable for all inside the container, since users there are others. */
  private static Path password() {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    try {
      Files.createDirectories(OUTPUT);
      return Files.writeString(OUTPUT.resolve("redis-password"), HexFormat.of().formatHex(random));
    } catch (IOException e) {
      throw new ImagingException(
          "cannot write into %s: check its permissions".formatted(OUTPUT), e);
    }
  }
}
