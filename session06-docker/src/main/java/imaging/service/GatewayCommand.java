package imaging.service;

import imaging.queue.QueueConnection;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The gateway as a process. SIGTERM or Ctrl-C: not ready, finishes what runs, exit code 0. */
@Command(
    name = "gateway",
    description = "Takes images over HTTP and queues them until told to stop.")
final class GatewayCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger("imaging.gateway");

  @Mixin GatewayOptions options = new GatewayOptions();
  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--help", usageHelp = true, description = "shows this text")
  boolean help;

  @Override
  public Integer call() throws InterruptedException {
    String redis = RedisAddress.withPassword(options.redis, common.redisPasswordFile);
    QueueConnection connection = QueueConnection.to(redis, options.queueSettings());
    Gateway gateway = Gateway.start(options.settings(), connection, options.imageStore(connection));
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> drainAndExit(gateway, connection), "drain"));
    LOG.info("the gateway listens on port {}", gateway.port());
    new CountDownLatch(1).await(); // until a signal starts the hook
    return 0;
  }

  /** The JVM would exit with 143 after SIGTERM; a program that ended in order says 0. */
  private void drainAndExit(Gateway gateway, QueueConnection connection) {
    int code = 0;
    try {
      gateway.drain(options.pauseTime(), options.graceTime());
      connection.close();
      LOG.info("stopped: no request is left");
    } catch (InterruptedException | RuntimeException e) {
      LOG.error("did not stop in order", e);
      code = 1;
    }
    System.out.flush();
    Runtime.getRuntime().halt(code);
  }
}
