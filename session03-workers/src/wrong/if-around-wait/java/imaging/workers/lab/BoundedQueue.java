package imaging.workers.lab;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** With the monitor that each object has, but nobody looks again after waking. */
public final class BoundedQueue<T> {

  private final int capacity;
  private final Queue<T> items = new ArrayDeque<>();
  private boolean closed;

  public BoundedQueue(int capacity) {
    this(capacity, new ReentrantLock());
  }

  BoundedQueue(int capacity, Lock unused) {
    this.capacity = capacity;
  }

  public synchronized void put(T item) throws InterruptedException {
    Objects.requireNonNull(item);
    if (!closed && items.size() >= capacity) {
      wait();
    }
    if (closed) {
      throw new IllegalStateException("closed");
    }
    items.add(item);
    notifyAll();
  }

  public synchronized @Nullable T take() throws InterruptedException {
    while (!closed && items.isEmpty()) {
      wait();
    }
    notifyAll();
    return items.poll();
  }

  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
