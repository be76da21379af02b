package imaging.workers.demo;

import imaging.filters.ImagingException;
import imaging.workers.Delivery;
import imaging.workers.ImageTask;
import imaging.workers.TaskQueue;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A queue whose cable can be pulled: while it is out, every call fails. */
final class UnpluggableQueue implements TaskQueue {

  private final TaskQueue queue;
  private volatile boolean plugged = true;

  UnpluggableQueue(TaskQueue queue) {
    this.queue = queue;
  }

  void unplug() {
    plugged = false;
  }

  void plugIn() {
    plugged = true;
  }

  private TaskQueue reach() {
    if (!plugged) {
      throw new ImagingException("connection refused: is the cable plugged in?");
    }
    return queue;
  }

  @Override
  public void enqueue(ImageTask task) {
    reach().enqueue(task);
  }

  @Override
  public void enqueueAll(List<ImageTask> tasks) {
    reach().enqueueAll(tasks);
  }

  @Override
  public @Nullable Delivery take(String worker, Duration wait) throws InterruptedException {
    return reach().take(worker, wait);
  }

  @Override
  public boolean complete(Delivery delivery, String result) {
    return reach().complete(delivery, result);
  }

  @Override
  public boolean giveBack(Delivery delivery) {
    return reach().giveBack(delivery);
  }

  @Override
  public boolean fail(Delivery delivery, String reason) {
    return reach().fail(delivery, reason);
  }

  @Override
  public void close() {
    queue.close();
  }
}
