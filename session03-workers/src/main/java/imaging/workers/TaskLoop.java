package imaging.workers;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What all workers share: how a loop starts, waits for its queue, drains and ends. A loop runs once,
 * on the thread that calls {@link #run}.
 *
 * <p>It ends when {@link #stop} is called, when its thread is interrupted (the flag stays set), or
 * when its queue is closed and empty. Nothing else ends it: not a bad task, and not a queue that is
 * away, which it tries again until it is back.
 */
public abstract sealed class TaskLoop implements Runnable permits Worker, AsyncWorker {

  /** How long to wait for a task (so late an idle loop notices a stop), and for a queue that is away. */
  record Waits(Duration take, Duration firstPause, Duration longestPause) {
    static final Waits DEFAULT =
        new Waits(Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofSeconds(5));
  }

  final String name;
  final TaskQueue queue;
  final Waits waits;
  private final TaskProcessor processor;
  private final Consumer<WorkerEvent> listener;
  private final QueueLink link;
  private final Set<TaskRun> inHand = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean started = new AtomicBoolean();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable Thread thread; // guarded by this

  TaskLoop(
      String name,
      TaskQueue queue,
      TaskProcessor processor,
      Consumer<WorkerEvent> listener,
      Waits waits) {
    this.name = name;
    this.queue = queue;
    this.processor = processor;
    this.listener = Listeners.harmless(listener);
    this.waits = waits;
    this.link = new QueueLink(name, this.listener, waits.firstPause(), waits.longestPause());
  }

  /** Takes and processes until the loop is stopping, or the queue is closed and empty. */
  abstract void loop() throws InterruptedException;

  /** {@return the name by which the queue knows this worker} */
  public final String name() {
    return name;
  }

  @Override
  public final void run() {
    if (!started.compareAndSet(false, true)) {
      throw new IllegalStateException("worker %s has run already: make a new one".formatted(name));
    }
    enter();
    try {
      loop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // whoever owns this thread must still see it
    } finally {
      leave();
      listener.accept(new WorkerEvent.Ended(name));
    }
  }

  /** Asks the loop to take nothing more. Returns at once; what is in hand goes on. */
  public final void requestStop() {
    stopping.countDown();
  }

  /**
   * Drains: takes nothing more and lets what is in hand finish within the grace period. What is not
   * finished by then is given back to the queue, and its thread is interrupted. Call it from another
   * thread than the worker's.
   *
   * @return whether the loop ended within the grace period
   * @throws InterruptedException if the caller is interrupted; what is in hand is then given back
   */
  public final boolean stop(Duration grace) throws InterruptedException {
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

  final boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** Tells the watchdog that the loop is alive. */
  final void turn() {
    listener.accept(new WorkerEvent.Turned(name));
  }

  /** {@return a task, or null if the queue said that there is none, or the loop is stopping} */
  final @Nullable Delivery take() throws InterruptedException {
    while (!isStopping()) {
      try {
        Delivery delivery = queue.take(name, waits.take());
        link.works();
        return delivery;
      } catch (RuntimeException e) {
        // A pause on the latch: a worker that waits for its queue can still be stopped at once.
        stopping.await(link.failed(e).toNanos(), TimeUnit.NANOSECONDS);
      }
    }
    return null;
  }

  /** Notes the task as in hand; {@link #work} must follow. */
  final TaskRun inHand(Delivery delivery) {
    TaskRun run = new TaskRun(delivery, queue, processor, link, listener);
    inHand.add(run);
    return run;
  }

  /** Processes the task on this thread. Throws nothing; an interrupt stays in the thread's flag. */
  final void work(TaskRun run) {
    try {
      if (isStopping()) {
        run.giveBack(); // asked to stop while the take was on its way
      } else {
        run.run();
      }
    } finally {
      inHand.remove(run);
    }
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
    inHand.forEach(TaskRun::giveBack);
    synchronized (this) {
      if (thread != null) {
        thread.interrupt();
      }
    }
  }
}
