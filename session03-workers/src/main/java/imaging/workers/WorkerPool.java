package imaging.workers;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Workers on platform threads of their own, named as the workers: for work that computes, as many as
 * there are cores.
 */
public final class WorkerPool implements AutoCloseable {

  /** How long {@link #close} lets the tasks in hand go on. */
  public static final Duration GRACE = Duration.ofSeconds(20);

  private final List<? extends TaskLoop> workers;

  private WorkerPool(List<? extends TaskLoop> workers) {
    this.workers = List.copyOf(workers);
  }

  /** Starts {@code count} workers called name-1, name-2, … */
  public static WorkerPool start(
      String name,
      int count,
      TaskQueue queue,
      TaskProcessor processor,
      Consumer<WorkerEvent> listener) {
    return start(
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> new Worker(name + "-" + i, queue, processor, listener))
            .toList());
  }

  /** Starts each worker on a platform thread of its own. */
  public static WorkerPool start(List<? extends TaskLoop> workers) {
    WorkerPool pool = new WorkerPool(workers);
    pool.workers.forEach(worker -> Thread.ofPlatform().name(worker.name()).start(worker));
    return pool;
  }

  /**
   * Stops all workers within one grace period, see {@link TaskLoop#stop}.
   *
   * @return whether all of them finished what they had in hand
   */
  public boolean stop(Duration grace) throws InterruptedException {
    long deadline = System.nanoTime() + grace.toNanos();
    workers.forEach(TaskLoop::requestStop); // all at once, or the last would take on for long
    boolean inTime = true;
    for (TaskLoop worker : workers) {
      long left = Math.max(0, deadline - System.nanoTime());
      inTime &= worker.stop(Duration.ofNanos(left));
    }
    return inTime;
  }

  /** {@link #stop} with {@link #GRACE}; if interrupted meanwhile, tasks in hand are given back at once. */
  @Override
  public void close() {
    try {
      stop(GRACE);
    } catch (InterruptedException e) {
      workers.forEach(WorkerPool::abandon);
      Thread.currentThread().interrupt();
    }
  }

  private static void abandon(TaskLoop worker) {
    try {
      worker.stop(Duration.ZERO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
