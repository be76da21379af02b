package imaging.service.demo;

import imaging.filters.ContactSheet;
import imaging.filters.Images;
import imaging.filters.ImagingException;
import imaging.monitoring.Fleet;
import imaging.queue.Ledger;
import imaging.queue.QueueConnection;
import imaging.queue.QueueSettings;
import imaging.queue.RedisImageStore;
import imaging.queue.RedisServer;
import imaging.queue.RedisServers;
import imaging.service.Gateway;
import imaging.service.GatewayClient;
import imaging.service.GatewaySettings;
import imaging.service.TaskView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The whole system on this machine: Redis, a gateway, three worker processes, and a client that
 * knows nothing but HTTP.
 *
 * <p>The client sends each photograph and has its answer in milliseconds, long before the work is
 * done: the gateway only looks through the bytes, keeps them, and queues a reference. Which worker
 * took a photograph shows in the last column.
 *
 * <pre>
 * mvn -q -pl session06-docker compile exec:exec@demo
 * mvn -q -pl session06-docker compile exec:exec@demo -Ddemo.args="--serve"
 * </pre>
 *
 * <p>You should see a line for each photograph, {@code 24 sent, 24 done, 0 lost}, and a contact sheet
 * in {@code session06-docker/target/demo}. With {@code --serve} the page waits for you in a browser.
 */
@Command(name = "demo", description = "Gateway, Redis and workers on this machine.")
public final class Demo implements Callable<Integer> {

  private static final Path OUTPUT = Path.of("session06-docker/target/demo");
  private static final Path SAMPLES = Path.of("samples");
  private static final List<String> CHAINS =
      List.of("grayscale|blur:radius=2", "edges", "brightness:factor=1.4");
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration GRACE = Duration.ofSeconds(20);

  @Option(names = "--serve", description = "goes on until Ctrl-C, for a browser")
  private boolean serve;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "of the gateway; default: 8080 with --serve, else any free one")
  private Optional<Integer> port = Optional.empty();

  @Option(names = "--workers", paramLabel = "N", description = "worker processes; default: 3")
  private int workers = 3;

  private Demo() {}

  static void main(String[] args) {
    CommandLine line =
        new CommandLine(new Demo())
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

  // tag::system[]
  @Override
  public Integer call() throws InterruptedException {
    QueueSettings settings = QueueSettings.named("demo-06").withBound(10_000);
    try (RedisServer redis = RedisServers.any();
        QueueConnection connection = QueueConnection.to(redis.url(), settings)) {
      new Ledger(connection).clear();
      RedisImageStore store = new RedisImageStore(connection, settings.keepResults());
      GatewaySettings http = GatewaySettings.defaults().withPort(port.orElse(serve ? 8080 : 0));
      List<String> options = List.of("--redis", redis.url(), "--queue", settings.name());
      try (Gateway gateway = Gateway.start(http, connection, store);
          Fleet fleet = Fleet.start(workers, OUTPUT.resolve("logs"), options);
          GatewayClient client = GatewayClient.of(gateway.uri())) {
        System.out.printf("Gateway: %s, %d worker processes%n", gateway.uri(), workers);
        submitSamples(client);
        if (serve) {
          System.out.printf(
              "Open http://localhost:%d in a browser; Ctrl-C ends.%n", gateway.port());
          new CountDownLatch(1).await();
        }
        fleet.stop(GRACE);
      }
    }
    return 0;
  }

  // end::system[]

  private static void submitSamples(GatewayClient client) throws InterruptedException {
    List<TaskView> sent = new ArrayList<>();
    List<Path> photos = new ArrayList<>();
    for (Path photo : photos()) {
      for (String chain : CHAINS) {
        sent.add(client.submit(photo, chain));
        photos.add(photo);
      }
    }
    ContactSheet sheet = new ContactSheet("Through the gateway", 1 + CHAINS.size(), 260, 190);
    for (int i = 0; i < sent.size(); i++) {
      if (i % CHAINS.size() == 0) {
        sheet.add(photos.get(i).getFileName().toString(), Images.read(photos.get(i)));
      }
      show(client, sheet, photos.get(i), sent.get(i));
    }
    Path page = OUTPUT.resolve("contact-sheet.png");
    makeFolder();
    Images.write(sheet.draw(), page);
    var queue = client.status().queue();
    System.out.printf("%d sent, %d done, %d lost%n", queue.submitted(), queue.done(), queue.lost());
    System.out.println("Look at " + page);
  }

  private static void show(GatewayClient client, ContactSheet sheet, Path photo, TaskView sent)
      throws InterruptedException {
    TaskView task = client.await(sent.id(), LONG);
    System.out.printf(
        "%-16s %-24s %-5s by %s%n",
        photo.getFileName(), task.pipeline(), task.state(), task.worker());
    if (task.state().equals("done")) {
      sheet.add(task.pipeline(), Images.read(client.result(task.id()), photo.toString()));
    }
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

  private static void makeFolder() {
    try {
      Files.createDirectories(OUTPUT);
    } catch (IOException e) {
      throw new UncheckedIOException("there is no room for " + OUTPUT, e);
    }
  }
}
