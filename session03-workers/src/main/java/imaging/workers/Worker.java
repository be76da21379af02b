package imaging.workers;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A loop: take a task, process it, store the result, acknowledge. One task at a time, on the thread
 * that calls {@link #run}; a worker runs once.
 *
 * <p>The loop ends when {@link #stop} is called, when its thread is interrupted (the flag stays set),
 * or when its queue is closed and empty. Nothing else ends it: not a bad task, and not a queue that
 * is away, which it tries again until it is back.
 */
public final class Worker implements Runnable {

  /** How long a take waits, in other words how late an idle worker notices that it should stop. */
  private static final Duration TAKE_WAIT = Duration.ofSeconds(1);

  private final String name;
  private final TaskQueue queue;
  private final TaskProcessor processor;
  private final Consumer<WorkerEvent> listener;
  private final QueueLink link;
  private final Duration takeWait;
  private final AtomicBoolean started = new AtomicBoolean();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable Thread thread; // guarded by this
  private volatile @Nullable TaskRun inHand;

  /**
   * @param name unique among all workers of the queue
   * @param listener hears of what happens, see {@link WorkerEvent}
   */
  public Worker(
      String name, TaskQueue queue, TaskProcessor processor, Consumer<WorkerEvent> listener) {
    this(
        name, queue, processor, listener, TAKE_WAIT, Duration.ofMillis(100), Duration.ofSeconds(5));
  }

  /** With other waiting times: how long a take waits, and the first and longest pause for a lost queue. */
  Worker(
      String name,
      TaskQueue queue,
      TaskProcessor processor,
      Consumer<WorkerEvent> listener,
      Duration takeWait,
      Duration firstPause,
      Duration longestPause) {
    this.name = name;
    this.queue = queue;
    this.processor = processor;
    this.listener = Listeners.harmless(listener);
    this.link = new QueueLink(name, this.listener, firstPause, longestPause);
    this.takeWait = takeWait;
  }

  /** {@return the name by which the queue knows this worker} */
  public String name() {
    return name;
  }

  // tag::loop[]
  @Override
  public void run() {
    if (!started.compareAndSet(false, true)) {
      throw new IllegalStateException("worker %s has run already: make a new one".formatted(name));
    }
    enter();
    try {
      while (!isStopping()) {
        listener.accept(new WorkerEvent.Turned(name));
        Delivery delivery = takeOrPause();
        if (delivery != null) {
          work(delivery);
        } else if (queue.isClosed()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // whoever owns this thread must still see it
    } finally {
      leave();
      listener.accept(new WorkerEvent.Ended(name));
    }
  }

  /** {@return a task, or null if there is none, now, or the queue is away} */
  private @Nullable Delivery takeOrPause() throws InterruptedException {
    try {
      Delivery delivery = queue.take(name, takeWait);
      link.works();
      return delivery;
    } catch (RuntimeException e) {
      // A pause on the latch: a worker that waits for its queue can still be stopped at once.
      stopping.await(link.failed(e).toNanos(), TimeUnit.NANOSECONDS);
      return null;
    }
  }

  private void work(Delivery delivery) {
    TaskRun run = new TaskRun(delivery, queue, processor, link, listener);
    inHand = run;
    if (isStopping()) {
      run.giveBack(); // asked to stop while the take was on its way
    } else {
      run.run();
    }
    inHand = null;
  }

  // end::loop[]

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** Asks the loop to take nothing more. Returns at once; the task in hand goes on. */
  public void requestStop() {
    stopping.countDown();
  }

  /**
   * Drains: takes nothing more and lets the task in hand finish within the grace period. What is not
   * finished by then is given back to the queue, and the thread is interrupted. Call it from another
   * thread than the worker's.
   *
   * @return whether the loop ended within the grace period
   * @throws InterruptedException if the caller is interrupted; the task in hand is then given back
   */
  public boolean stop(Duration grace) throws InterruptedException {
    requestStop();
    boolean inTime = !started.get();
    try {
      inTime = inTime || ended.await(grace.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      if (!inTime) {
        abandon();
      }
    }
    return inTime;
  }

  private synchronized void enter() {
    thread = Thread.currentThread();
  }

  /** From here on the thread belongs to others: nobody may interrupt it in this worker's name. */
  private synchronized void leave() {
    thread = null;
    ended.countDown();
  }

  private void abandon() {
    TaskRun run = inHand;
    if (run != null) {
      run.giveBack();
    }
    synchronized (this) {
      if (thread != null) {
        thread.interrupt();
      }
    }
  }
}
