package imaging.service;

import imaging.filters.ImagingException;
import io.javalin.config.JavalinConfig;
import java.net.BindException;
import java.time.Duration;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.jspecify.annotations.Nullable;

/** What Javalin and Jetty are told, so that a stranger can cost us only so much. */
final class HttpServerSettings {

  private static final int MOST_CONNECTIONS = 2_000;
  private static final Duration DRAIN_IDLE = Duration.ofSeconds(3);
  private static final int HEADER_BYTES = 8 * 1024;

  /** On every answer: the page runs only our own script, and a result is never taken for a page. */
  private static final String CONTENT_POLICY =
      "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none'; "
          + "frame-ancestors 'none'; form-action 'none'";

  private final GatewaySettings settings;
  private @Nullable Server server;

  HttpServerSettings(GatewaySettings settings) {
    this.settings = settings;
  }

  void applyTo(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.jetty.modifyServer(this::configure);
    config.jetty.modifyServletContextHandler(
        context -> context.setErrorHandler(new Problems.OfJetty()));
    config.jetty.modifyHttpConfiguration(HttpServerSettings::configure);
    config.jetty.addConnector(this::connector);
    config.routes.before(
        context -> {
          context.header("Content-Security-Policy", CONTENT_POLICY);
          context.header("X-Content-Type-Options", "nosniff");
          context.header("Referrer-Policy", "no-referrer");
        });
  }

  private void configure(Server jetty) {
    server = jetty;
    jetty.setErrorHandler(new Problems.OfJetty());
    jetty.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, jetty));
    jetty.setHandler(new GracefulHandler());
  }

  private static void configure(HttpConfiguration http) {
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    http.setUriCompliance(UriCompliance.RFC3986); // "..", encoded slashes and their like: 400
    http.setMaxUnconsumedRequestContentReads(256);
  }

  private Connector connector(Server jetty, HttpConfiguration http) {
    ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.idle().toMillis());
    connector.setAcceptQueueSize(512);
    // While draining, a pause of this length ends a connection: those that wait for a next request
    // must not hold up the stop, and an upload that stalls for a moment must not be lost.
    connector.setShutdownIdleTimeout(DRAIN_IDLE.toMillis());
    return connector;
  }

  /** From the next stop on, requests that are running have so long to finish. */
  void stopWithin(Duration grace) {
    if (server != null) {
      server.setStopTimeout(grace.toMillis());
    }
  }

  static RuntimeException cannotListen(int port, RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return new ImagingException(
            "the gateway cannot listen on port %d: choose another port".formatted(port), e);
      }
    }
    return e;
  }
}
