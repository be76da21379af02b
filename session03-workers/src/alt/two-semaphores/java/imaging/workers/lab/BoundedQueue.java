package imaging.workers.lab;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Semaphores count; the lock only keeps the deque whole. Whoever is woken by close wakes the next. */
public final class BoundedQueue<T> {

  private final Semaphore room;
  private final Semaphore filled = new Semaphore(0);
  private final Lock lock;
  private final Queue<T> items = new ArrayDeque<>();
  private volatile boolean closed;

  public BoundedQueue(int capacity) {
    this(capacity, new ReentrantLock());
  }

  BoundedQueue(int capacity, Lock lock) {
    this.room = new Semaphore(capacity);
    this.lock = lock;
  }

  public void put(T item) throws InterruptedException {
    Objects.requireNonNull(item);
    room.acquire();
    lock.lock();
    try {
      if (closed) {
        room.release();
        throw new IllegalStateException("closed");
      }
      items.add(item);
    } finally {
      lock.unlock();
    }
    filled.release();
  }

  public @Nullable T take() throws InterruptedException {
    filled.acquire();
    lock.lock();
    try {
      T item = items.poll();
      (item == null ? filled : room).release();
      return item;
    } finally {
      lock.unlock();
    }
  }

  public void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
    room.release();
    filled.release();
  }
}
