package imaging.monitoring;

import imaging.queue.Leases;
import imaging.queue.QueueConnection;
import imaging.queue.QueueSettings;
import imaging.queue.QueueUnavailableException;
import imaging.queue.RedisTaskQueue;
import imaging.workers.EventLog;
import imaging.workers.HealthServer;
import imaging.workers.Probe;
import imaging.workers.Readiness;
import imaging.workers.TaskProcessor;
import imaging.workers.TaskQueue;
import imaging.workers.Watchdog;
import imaging.workers.Worker;
import imaging.workers.WorkerEvent;
import imaging.workers.WorkerPool;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that one worker process consists of: loops, their heartbeat, a recoverer, health checks.
 * Ends in order: see {@link #drain}.
 */
public final class WorkerNode {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerNode.class);

  /** Drawn anew in each call, on the thread of the caller: safe for all threads at once. */
  private static final RandomGenerator RANDOM = () -> ThreadLocalRandom.current().nextLong();

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final QueueConnection connection;
  private final Leases leases;
  private final Readiness readiness = new Readiness();
  private final Heartbeat heartbeat;
  private final Recoverer recoverer;
  private final List<Worker> workers;
  private final WorkerPool pool;
  private final @Nullable HealthServer health;
  private final CompletableFuture<String> hung = new CompletableFuture<>();

  private WorkerNode(
      WorkerOptions options, QueueConnection connection, TaskProcessor processor, Consumer<WorkerEvent> listener) {
    this.connection = connection;
    this.leases = new Leases(connection);
    QueueSettings settings = connection.settings();
    Backoff backoff = new Backoff(settings.retryDelay(), LONGEST_PAUSE, RANDOM);
    TaskQueue queue = new RetryingQueue(new RedisTaskQueue(connection), backoff);
    // Longer than a task may take: what the time limit ends is not stuck yet.
    Duration stuckAfter = options.taskTime().plus(settings.lease());
    this.heartbeat = new Heartbeat(leases, settings.lease(), stuckAfter);
    this.recoverer = new Recoverer(leases, settings.lease(), backoff);
    Watchdog watchdog = new Watchdog(stuckAfter);
    TaskProcessor limited =
        new TimeLimit(processor, options.taskTime(), () -> hung.complete("a task does not end"));
    Consumer<WorkerEvent> all =
        new EventLog().andThen(readiness).andThen(watchdog).andThen(heartbeat).andThen(listener);
    String name = ThisProcess.uniqueName(options.baseName());
    this.workers =
        IntStream.rangeClosed(1, options.threads())
            .mapToObj(i -> new Worker(name + "." + i, queue, limited, all))
            .toList();
    this.health = startHealth(options.healthPort, watchdog);
    heartbeat.start();
    recoverer.start();
    this.pool = WorkerPool.start(workers);
    readiness.started();
  }

  /** Starts everything. Redis need not be there yet: the workers wait for it. */
  public static WorkerNode start(
      WorkerOptions options,
      QueueConnection connection,
      TaskProcessor processor,
      Consumer<WorkerEvent> listener) {
    return new WorkerNode(options, connection, processor, listener);
  }

  /** {@return completes, with the reason, if this process can only be helped by a restart} */
  public CompletableFuture<String> hung() {
    return hung.copy();
  }

  private @Nullable HealthServer startHealth(int port, Probe live) {
    if (port < 0) {
      return null;
    }
    HealthServer server = HealthServer.start(port, live, readiness);
    LOG.info("health checks on port {}", server.port());
    return server;
  }

  // tag::drain[]
  /**
   * Takes nothing more, lets the tasks in hand finish, gives back what is not finished within the
   * grace period, and signs off.
   *
   * @return whether all tasks in hand were finished
   */
  public boolean drain(Duration grace) throws InterruptedException {
    readiness.draining();
    boolean finished = pool.stop(grace);
    recoverer.close();
    heartbeat.close(); // only now: until here the tasks in hand needed their leases
    workers.forEach(this::signOff); // after the last beat, or it would sign on again
    return finished;
  }

  // end::drain[]

  private void signOff(Worker worker) {
    try {
      leases.leave(worker.name());
    } catch (QueueUnavailableException e) {
      LOG.warn("{} could not sign off, its lease will run out: {}", worker.name(), e.getMessage());
    }
  }

  /** Closes what is open, after {@link #drain}; the connection too. */
  public void close() {
    if (health != null) {
      health.close();
    }
    connection.close();
  }
}
