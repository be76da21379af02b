package imaging.workers.lab;

import imaging.filters.ImageFilter;
import imaging.filters.Pixels;
import imaging.grader.Todo;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * Lab L3.2: applies a filter to many images at once, each on a thread of its own, never to more than
 * {@code limit}. Thread-safe.
 *
 * <p>An image that was handed in is in memory until it is done, so the limit counts what was
 * accepted: {@link #submit} waits for a free place before it accepts.
 */
public final class AsyncFilter implements AutoCloseable {

  private final ImageFilter filter;
  private final int limit;

  /**
   * @param filter may be used by any number of threads at once
   * @param limit images in work at once, at least 1
   */
  public AsyncFilter(ImageFilter filter, int limit) {
    this.filter = filter;
    this.limit = limit;
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
    throw Todo.todo("AsyncFilter.submit");
  }

  /** Accepts nothing more, and returns when everything that was accepted is done. */
  @Override
  public void close() {
    throw Todo.todo("AsyncFilter.close");
  }
}
