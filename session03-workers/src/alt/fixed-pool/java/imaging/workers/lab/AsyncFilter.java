package imaging.workers.lab;

import imaging.filters.ImageFilter;
import imaging.filters.Pixels;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/** No virtual threads, no semaphore: a count of what is in work, and a pool of as many threads. */
public final class AsyncFilter implements AutoCloseable {

  private final ImageFilter filter;
  private final int limit;
  private final ExecutorService pool;
  private int inWork;
  private boolean closed;

  public AsyncFilter(ImageFilter filter, int limit) {
    this.filter = filter;
    this.limit = limit;
    this.pool = Executors.newFixedThreadPool(limit);
  }

  public synchronized Future<Pixels> submit(Pixels source) throws InterruptedException {
    while (inWork >= limit && !closed) {
      wait();
    }
    if (closed) {
      throw new RejectedExecutionException("closed");
    }
    CompletableFuture<Pixels> result = new CompletableFuture<>();
    inWork++;
    pool.execute(() -> work(source, result));
    return result;
  }

  private void work(Pixels source, CompletableFuture<Pixels> result) {
    try {
      Pixels target = new Pixels(source.width(), source.height(), source.argb().clone());
      filter.filter(source, target);
      result.complete(target);
    } catch (Throwable e) {
      result.completeExceptionally(e);
    } finally {
      left();
    }
  }

  private synchronized void left() {
    inWork--;
    notifyAll();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    pool.close();
  }
}
