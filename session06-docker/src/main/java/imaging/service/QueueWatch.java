package imaging.service;

import imaging.queue.Leases;
import imaging.queue.Ledger;
import imaging.queue.QueueConnection;
import imaging.queue.QueueCounts;
import imaging.queue.QueueUnavailableException;
import imaging.queue.WorkerInfo;
import imaging.workers.Probe;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the queue looks like now. Any number of open pages may ask: Redis is asked at most four times
 * a second. Thread-safe.
 */
final class QueueWatch implements Probe, AutoCloseable {

  /** The queue and its workers at one moment. */
  record View(QueueCounts counts, List<WorkerInfo> workers) {}

  private static final Logger LOG = LoggerFactory.getLogger(QueueWatch.class);
  private static final Duration FRESH = Duration.ofMillis(250);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final Ledger ledger;
  private final Leases leases;
  private final LongSupplier nanos = System::nanoTime;
  private final Thread looker;
  private @Nullable View last; // guarded by this, as the next one
  private @Nullable QueueUnavailableException lastFailure;
  private long lastAt;
  private volatile boolean away = true;

  QueueWatch(QueueConnection redis) {
    this.ledger = new Ledger(redis);
    this.leases = new Leases(redis);
    this.looker = Thread.ofVirtual().name("queue-watch").start(this::lookAgainAndAgain);
  }

  /**
   * {@return a view not older than a quarter of a second}
   *
   * @throws QueueUnavailableException if Redis does not answer
   */
  synchronized View view() {
    if (last != null && nanos.getAsLong() - lastAt < FRESH.toNanos()) {
      return last;
    }
    // Also a failure counts for a while, or all who ask would wait for a Redis that does not
    // answer.
    if (lastFailure != null && nanos.getAsLong() - lastAt < FRESH.toNanos()) {
      throw lastFailure;
    }
    last = null;
    lastFailure = null;
    try {
      last = new View(ledger.counts(), leases.workers());
      return last;
    } catch (QueueUnavailableException e) {
      lastFailure = e;
      throw e;
    } finally {
      lastAt = nanos.getAsLong();
    }
  }

  /** Readiness must not wait for Redis when it is asked, so the answer is there beforehand. */
  @Override
  public List<String> problems() {
    return away ? List.of("the gateway cannot reach the queue") : List.of();
  }

  private void lookAgainAndAgain() {
    try {
      while (true) {
        look();
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      view();
      if (away) {
        LOG.info("the queue answers");
      }
      away = false;
    } catch (QueueUnavailableException e) {
      if (!away) {
        LOG.warn("not ready until it answers: {}", e.getMessage());
      }
      away = true;
    }
  }

  @Override
  public void close() {
    looker.interrupt();
  }
}
