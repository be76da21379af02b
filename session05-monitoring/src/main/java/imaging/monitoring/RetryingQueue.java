package imaging.monitoring;

import imaging.queue.RedisTaskQueue;
import imaging.workers.Delivery;
import imaging.workers.ImageTask;
import imaging.workers.TaskQueue;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A queue in Redis whose failed tasks come back after a {@link Backoff}. Thread-safe. */
public final class RetryingQueue implements TaskQueue {

  private final RedisTaskQueue queue;
  private final Backoff backoff;

  public RetryingQueue(RedisTaskQueue queue, Backoff backoff) {
    this.queue = queue;
    this.backoff = backoff;
  }

  @Override
  public boolean fail(Delivery delivery, String reason) {
    return queue.retryLater(delivery, reason, backoff.pause(delivery.task().attempt() + 1));
  }

  @Override
  public void enqueue(ImageTask task) {
    queue.enqueue(task);
  }

  @Override
  public void enqueueAll(List<ImageTask> tasks) {
    queue.enqueueAll(tasks);
  }

  @Override
  public @Nullable Delivery take(String worker, Duration wait) throws InterruptedException {
    return queue.take(worker, wait);
  }

  @Override
  public boolean complete(Delivery delivery, String result) {
    return queue.complete(delivery, result);
  }

  @Override
  public boolean giveBack(Delivery delivery) {
    return queue.giveBack(delivery);
  }

  @Override
  public boolean reject(Delivery delivery, String reason) {
    return queue.reject(delivery, reason);
  }

  @Override
  public boolean isClosed() {
    return queue.isClosed();
  }

  @Override
  public void close() {
    queue.close();
  }
}
