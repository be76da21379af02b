package imaging.workers.lab;

import imaging.filters.ImageFilter;
import imaging.filters.Pixels;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Lab L3.2: applies a filter to many images at once, each on a thread of its own, never to more than
 * {@code limit}. Thread-safe.
 *
 * <p>An image that was handed in is in memory until it is done, so the limit counts what was
 * accepted: {@link #submit} waits for a free place before it accepts.
 */
public final class AsyncFilter implements AutoCloseable {

  private final ImageFilter filter;
  private final Semaphore places;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param filter may be used by any number of threads at once
   * @param limit images in work at once, at least 1
   */
  public AsyncFilter(ImageFilter filter, int limit) {
    this.filter = filter;
    this.places = new Semaphore(limit);
  }

  /**
   * Starts filtering and returns at once, without waiting for the result; before that it waits until
   * fewer than {@code limit} images are in work.
   *
   * @param source not changed
   * @return gives the filtered pixels, in an array that belongs to the caller alone; or fails with
   *     what the filter threw
   * @throws RejectedExecutionException if this is closed
   * @throws InterruptedException if the thread is interrupted while it waits; nothing was started
   */
  public Future<Pixels> submit(Pixels source) throws InterruptedException {
    places.acquire();
    FutureTask<Pixels> task = new FutureTask<>(() -> filtered(source));
    try {
      threads.execute(() -> runAndLeave(task));
    } catch (RejectedExecutionException e) {
      places.release();
      throw e;
    }
    return task;
  }

  private void runAndLeave(FutureTask<Pixels> task) {
    try {
      task.run();
    } finally {
      places
          .release(); // here, not in the work itself: a cancelled task has a place, but never works
    }
  }

  private Pixels filtered(Pixels source) {
    Pixels target = new Pixels(source.width(), source.height(), new int[source.argb().length]);
    filter.filter(source, target);
    return target;
  }

  /** Accepts nothing more, and returns when everything that was accepted is done. */
  @Override
  public void close() {
    threads.close();
  }
}
