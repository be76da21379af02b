package imaging.service;

import imaging.queue.QueueConnection;
import imaging.workers.ImageStore;
import imaging.workers.Probe;
import imaging.workers.Readiness;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The HTTP door of the system; see {@code openapi.json}. Each request runs on a virtual thread of
 * its own and waits plainly; what bounds the work is memory, not threads.
 */
public final class Gateway implements AutoCloseable {

  /** The body of a health check. */
  private record Report(String status, List<String> problems) {}

  private final Javalin javalin;
  private final QueueWatch watch;
  private final Readiness readiness = new Readiness();
  private final HttpServerSettings http;
  private final List<String> routes = new ArrayList<>();

  private Gateway(GatewaySettings settings, QueueConnection redis, ImageStore store) {
    this.watch = new QueueWatch(redis);
    this.http = new HttpServerSettings(settings);
    MemoryBudget memory = new MemoryBudget(settings.memory());
    ImagesApi images = new ImagesApi(settings, redis, store, watch, memory);
    TasksApi tasks = new TasksApi(redis, store, watch, memory, settings.maxBytes());
    this.javalin = Javalin.create(config -> configure(config, images, tasks));
  }

  /**
   * Starts answering; Redis need not be there yet. Neither the connection nor the store is closed
   * with the gateway.
   *
   * @throws imaging.filters.ImagingException if the port is taken
   */
  public static Gateway start(GatewaySettings settings, QueueConnection redis, ImageStore store) {
    Gateway gateway = new Gateway(settings, redis, store);
    try {
      gateway.javalin.start();
    } catch (RuntimeException e) {
      gateway.watch.close();
      throw HttpServerSettings.cannotListen(settings.port(), e);
    }
    gateway.readiness.started();
    return gateway;
  }

  private void configure(JavalinConfig config, ImagesApi images, TasksApi tasks) {
    http.applyTo(config);
    config.events.handlerAdded(
        route -> routes.add(route.getHttpMethod().name() + " " + route.getPath()));
    addRoutes(config.routes, images, tasks);
    WebPage.addTo(config.routes);
    Problems.answerAll(config.routes);
  }

  // tag::routes[]
  private void addRoutes(RoutesConfig routes, ImagesApi images, TasksApi tasks) {
    routes.post("/v1/images", images::submit);
    routes.get("/v1/tasks/{id}", tasks::task);
    routes.get("/v1/results/{id}", tasks::result);
    routes.get("/v1/status", tasks::overview);
    routes.get("/v1/filters", tasks::filters);
    routes.get("/healthz", context -> report(context, List::of)); // it answers: that is all
    routes.get("/readyz", context -> report(context, Probe.all(readiness, watch)));
  }

  // end::routes[]

  private static void report(Context context, Probe probe) {
    List<String> problems = probe.problems();
    Report report = new Report(problems.isEmpty() ? "UP" : "DOWN", problems);
    context.header("Cache-Control", "no-store").status(problems.isEmpty() ? 200 : 503);
    context.contentType("application/json").result(Json.bytes(report));
  }

  /** {@return the port it listens on} */
  public int port() {
    return javalin.port();
  }

  /** {@return its address on this machine} */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** {@return all routes, such as {@code GET /v1/status}; a test compares them with the document} */
  List<String> routes() {
    return List.copyOf(routes);
  }

  // tag::drain[]
  /**
   * Ends in order: first {@code /readyz} fails, so that whoever spreads requests sends them to
   * others; after the pause nothing new is let in, and what is running may finish.
   *
   * @param pause for others to notice
   * @param grace for requests that are running then
   */
  public void drain(Duration pause, Duration grace) throws InterruptedException {
    readiness.draining();
    Thread.sleep(pause);
    http.stopWithin(grace);
    close();
  }

  // end::drain[]

  @Override
  public void close() {
    javalin.stop();
    watch.close();
  }
}
