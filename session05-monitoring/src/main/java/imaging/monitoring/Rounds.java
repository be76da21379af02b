package imaging.monitoring;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A daemon thread that does a job again and again until it is closed. */
final class Rounds implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final Duration AFTER_A_BUG = Duration.ofSeconds(1);

  private final Supplier<Duration> job;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  private Rounds(String name, Supplier<Duration> job) {
    this.job = job;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  /** Starts at once. The job returns how long to wait before it is done again. */
  static Rounds start(String name, Supplier<Duration> job) {
    Rounds rounds = new Rounds(name, job);
    rounds.thread.start();
    return rounds;
  }

  private void run() {
    try {
      Duration pause = Duration.ZERO;
      while (!closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        pause = once();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the job does not catch itself is a fault of ours; the next round may still help. */
  private Duration once() {
    try {
      return job.get();
    } catch (RuntimeException e) {
      LOG.warn("a round failed, the next comes in {}", AFTER_A_BUG, e);
      return AFTER_A_BUG;
    }
  }

  /** Ends the thread; a round that has begun is waited for, as long as a lost Redis may take. */
  @Override
  public void close() {
    closed.countDown();
    try {
      boolean _ = thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
