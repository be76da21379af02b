package imaging.workers.lab;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lab L3.1: a queue with room for {@code capacity} items, between threads that put and threads that
 * take. First in, first out. Thread-safe; nobody polls.
 *
 * <p>Write it with a lock and conditions (or with {@code synchronized}, {@code wait} and {@code
 * notifyAll} on this object), not with a class of {@code java.util.concurrent} that is a queue
 * already. If you use a lock, use the one you are given: the checks hand in a lock of their own and
 * wake your threads at the worst moment with it.
 *
 * @param <T> what is in the queue; never null
 */
public final class BoundedQueue<T> {

  private final int capacity;
  private final Lock lock;
  private final Condition notFull;
  private final Condition notEmpty;
  private final Queue<T> items = new ArrayDeque<>();
  private boolean closed;

  public BoundedQueue(int capacity) {
    this(capacity, new ReentrantLock());
  }

  BoundedQueue(int capacity, Lock lock) {
    this.capacity = capacity;
    this.lock = lock;
    this.notFull = lock.newCondition();
    this.notEmpty = lock.newCondition();
  }

  /**
   * Adds the item at the end; waits while the queue is full.
   *
   * @throws NullPointerException if the item is null
   * @throws IllegalStateException if the queue is closed, also when it is closed while this waits
   * @throws InterruptedException if the thread is interrupted while it waits; nothing was added
   */
  public void put(T item) throws InterruptedException {
    Objects.requireNonNull(item, "item");
    lock.lockInterruptibly();
    try {
      while (items.size() == capacity && !closed) {
        notFull.await();
      }
      if (closed) {
        throw new IllegalStateException("the queue is closed: nothing can be added");
      }
      items.add(item);
      notEmpty.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Removes the first item; waits while the queue is empty and open.
   *
   * @return the item, or null if the queue is closed and nothing is left in it
   * @throws InterruptedException if the thread is interrupted while it waits; nothing was taken
   */
  public @Nullable T take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (items.isEmpty() && !closed) {
        notEmpty.await();
      }
      T item = items.poll();
      notFull.signal();
      return item;
    } finally {
      lock.unlock();
    }
  }

  /** Lets nothing more in and wakes everyone who waits. What is inside can still be taken. */
  public void close() {
    lock.lock();
    try {
      closed = true;
      notFull.signalAll();
      notEmpty.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
