package imaging.workers;

import imaging.filters.ImagingException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A queue in the memory of one process. What is in it ends with the process: session 4 is about that.
 *
 * <p>Invariant, true whenever nobody holds the lock: a task is in exactly one of {@code pending},
 * {@code inHand}, {@code results} and {@code dead}.
 */
public final class InMemoryTaskQueue implements TaskQueue {

  /** How many tasks are where, at one moment. */
  public record Counts(int pending, int inHand, int done, int dead) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition available = lock.newCondition();
  private final Deque<ImageTask> pending = new ArrayDeque<>();
  private final Map<String, ImageTask> inHand = new HashMap<>(); // by token
  private final Map<String, String> results = new HashMap<>(); // by task id
  private final Map<String, String> dead = new LinkedHashMap<>(); // reason by task id
  private final int bound;
  private final int maxAttempts;
  private long lastToken;
  private boolean closed;

  /**
   * @param bound pending tasks at most; tasks that come back to the queue are always let in
   * @param maxAttempts how often a task may fail until it is dead, at least 1
   */
  public InMemoryTaskQueue(int bound, int maxAttempts) {
    if (bound < 1 || maxAttempts < 1) {
      throw new IllegalArgumentException(
          "a queue needs room and attempts, not %d and %d".formatted(bound, maxAttempts));
    }
    this.bound = bound;
    this.maxAttempts = maxAttempts;
  }

  @Override
  public void enqueue(ImageTask task) {
    enqueueAll(List.of(task));
  }

  @Override
  public void enqueueAll(List<ImageTask> tasks) {
    locked(
        () -> {
          if (closed) {
            throw new ImagingException("the queue is closed: nothing can be added to it");
          }
          if (pending.size() + tasks.size() > bound) {
            throw new QueueFullException(bound);
          }
          pending.addAll(tasks);
          available.signalAll();
          return true;
        });
  }

  // tag::take[]
  @Override
  public @Nullable Delivery take(String worker, Duration wait) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = wait.toNanos();
      // while, not if: between the signal and our turn another worker may have taken the task.
      while (pending.isEmpty()) {
        if (closed || left <= 0) {
          return null;
        }
        left = available.awaitNanos(left);
      }
      ImageTask task = pending.removeFirst();
      String token = Long.toString(++lastToken);
      inHand.put(token, task);
      return new Delivery(task, worker, token);
    } finally {
      lock.unlock();
    }
  }

  // end::take[]

  @Override
  public boolean complete(Delivery delivery, String result) {
    return settle(delivery, task -> results.put(task.id(), result));
  }

  @Override
  public boolean giveBack(Delivery delivery) {
    return settle(
        delivery,
        task -> {
          pending.addFirst(task); // it has waited long enough
          available.signal();
        });
  }

  @Override
  public boolean fail(Delivery delivery, String reason) {
    return settle(
        delivery,
        task -> {
          ImageTask next = nextAttempt(task);
          if (next.attempt() >= maxAttempts) {
            dead.put(task.id(), reason);
          } else {
            pending.addLast(next); // behind the others: it must not hold them up
            available.signal();
          }
        });
  }

  @Override
  public boolean reject(Delivery delivery, String reason) {
    return settle(delivery, task -> dead.put(task.id(), reason));
  }

  @Override
  public boolean isClosed() {
    return locked(() -> closed);
  }

  /** {@inheritDoc} What is pending can still be taken. */
  @Override
  public void close() {
    locked(
        () -> {
          closed = true;
          available.signalAll(); // all: each of them has to see it
          return true;
        });
  }

  /** {@return how many tasks are where} */
  public Counts counts() {
    return locked(() -> new Counts(pending.size(), inHand.size(), results.size(), dead.size()));
  }

  /** {@return the reference of a task's result, once it is done} */
  public Optional<String> result(String taskId) {
    return locked(() -> Optional.ofNullable(results.get(taskId)));
  }

  /** {@return why each dead task died, by task id, the first dead first} */
  public Map<String, String> dead() {
    return locked(() -> new LinkedHashMap<>(dead));
  }

  private static ImageTask nextAttempt(ImageTask task) {
    return new ImageTask(
        task.id(),
        task.image(),
        task.pipeline(),
        task.attempt() + 1,
        task.enqueuedAt(),
        task.trace());
  }

  /** Moves the task out of the worker's hand, unless the token is an old one. */
  private boolean settle(Delivery delivery, Consumer<ImageTask> move) {
    return locked(
        () -> {
          ImageTask task = inHand.remove(delivery.token());
          if (task != null) {
            move.accept(task);
          }
          return task != null;
        });
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
