package imaging.service;

import imaging.filters.Images;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One short life of gateway and worker, for the JVM to learn from: {@code -XX:AOTCacheOutput} keeps
 * the classes that were loaded and linked until the end of this program, and the next start finds
 * them ready.
 *
 * <pre>
 * java -XX:AOTCacheOutput=app.aot -cp app.jar imaging.service.Training redis://127.0.0.1:6379
 * </pre>
 *
 * <p>It goes the way of production, through {@link Main} and over HTTP: a class that is not touched
 * here is loaded slowly there. Needs a Redis; exit code 0 only if every image was processed.
 */
final class Training {

  private static final List<String> CHAINS =
      List.of(
          "grayscale|blur:radius=2", "edges", "sobel", "boxblur:radius=2|brightness:factor=1.2");
  private static final Duration MOST = Duration.ofMinutes(2);
  private static final int PORT = 8080;

  private Training() {}

  static void main(String[] args) throws InterruptedException {
    String redis = args.length > 0 ? args[0] : "redis://127.0.0.1:6379";
    List<String> common = List.of("--redis=" + redis, "--queue=training");
    start("gateway", common);
    start("worker", common);
    try (GatewayClient client = GatewayClient.of(URI.create("http://127.0.0.1:" + PORT))) {
      for (String format : List.of("jpg", "png")) {
        byte[] image = Images.encode(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), format);
        for (String chain : CHAINS) {
          String id = client.submit(image, chain).id();
          String state = client.await(id, MOST).state();
          if (!state.equals("done")) {
            System.err.printf(
                "%s of a %s is %s: the training run needs done%n", chain, format, state);
            System.exit(1);
          }
          client.result(id);
        }
      }
      client.status();
    }
    int health = Main.run(new String[] {"healthcheck"}, Map.of());
    System.exit(health); // the hooks drain both programs; they end this JVM with 0
  }

  /** Neither returns before the JVM ends. */
  private static void start(String program, List<String> options) {
    String[] arguments = new String[1 + options.size()];
    arguments[0] = program;
    for (int i = 0; i < options.size(); i++) {
      arguments[1 + i] = options.get(i);
    }
    Thread.ofPlatform().daemon().name(program).start(() -> Main.run(arguments, Map.of()));
  }
}
