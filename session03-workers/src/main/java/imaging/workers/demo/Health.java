package imaging.workers.demo;

import imaging.workers.EventLog;
import imaging.workers.HealthServer;
import imaging.workers.ImageTask;
import imaging.workers.InMemoryTaskQueue;
import imaging.workers.Readiness;
import imaging.workers.TaskProcessor;
import imaging.workers.Watchdog;
import imaging.workers.WorkerPool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;

/**
 * What a worker answers to Kubernetes while its queue goes away, comes back, and the worker drains.
 *
 * <p>Why: liveness asks "shall I restart you?", readiness asks "shall I count on you?". Mix them up,
 * and a minute without Redis restarts every worker.
 *
 * <pre>
 * mvn -q -pl session03-workers compile exec:exec@health
 * LOG_FORMAT=json mvn -q -pl session03-workers compile exec:exec@health
 * </pre>
 *
 * <p>You should see five pairs of answers, {@code /healthz 200} in each of them, {@code /readyz} 503,
 * 200, 503, 200 and 503, and log lines that carry the id of their task.
 */
public final class Health {

  private final HttpClient client = HttpClient.newHttpClient();
  private final UnpluggableQueue queue = new UnpluggableQueue(new InMemoryTaskQueue(10, 3));
  private final Watchdog live = new Watchdog(Duration.ofSeconds(60));
  private final Readiness ready = new Readiness();
  private final CountDownLatch taken = new CountDownLatch(1);
  private final CountDownLatch mayFinish = new CountDownLatch(1);

  private Health() {}

  static void main() throws Exception {
    new Health().run();
  }

  private void run() throws Exception {
    try (HealthServer server = HealthServer.start(0, live, ready)) {
      show("starting", server);

      WorkerPool workers =
          WorkerPool.start(
              "worker", 2, queue, processor(), live.andThen(ready).andThen(new EventLog()));
      ready.started();
      show("started", server);

      queue.unplug();
      await(() -> ready.problems().size() == 2); // each worker has noticed
      show("the queue is away", server);

      queue.plugIn();
      await(() -> ready.problems().isEmpty());
      show("the queue is back", server);

      queue.enqueue(new ImageTask("task-7", "cat.jpg", "edges", 0, Instant.now(), Map.of()));
      taken.await();
      drain(workers, server);
    }
  }

  // tag::drain[]
  private void drain(WorkerPool workers, HealthServer server) throws Exception {
    ready.draining(); // first: nobody should send us work that we are about to refuse
    FutureTask<Boolean> stop = new FutureTask<>(() -> workers.stop(Duration.ofSeconds(20)));
    Thread.ofVirtual().name("stop").start(stop);
    show("draining, a task still in hand", server);
    mayFinish.countDown();
    IO.println("stopped, every task finished: " + stop.get());
  }

  // end::drain[]

  /** A task that takes as long as this demo needs. */
  private TaskProcessor processor() {
    return task -> {
      taken.countDown();
      mayFinish.await();
      return task.id() + ".png";
    };
  }

  private void show(String when, HealthServer server) throws IOException, InterruptedException {
    IO.println("-- " + when);
    for (String path : List.of("/healthz", "/readyz")) {
      URI uri = URI.create("http://localhost:" + server.port() + path);
      var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      IO.println("%-9s%d %s".formatted(path, answer.statusCode(), answer.body()));
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(10);
    }
  }
}
