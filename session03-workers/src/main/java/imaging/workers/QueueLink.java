package imaging.workers;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a worker knows of the way to its queue: works, or lost since so many tries. Thread-safe.
 *
 * <p>One line is logged when the queue is lost and one when it is back, not one a try: a queue that
 * is away for an hour must not fill the disk.
 */
final class QueueLink {

  private static final Logger LOG = LoggerFactory.getLogger(QueueLink.class);

  private final String worker;
  private final Consumer<WorkerEvent> listener;
  private final Duration firstPause;
  private final Duration longestPause;
  private Duration nextPause;
  private boolean lost;

  /** Pauses double from the first to the longest. */
  QueueLink(
      String worker, Consumer<WorkerEvent> listener, Duration firstPause, Duration longestPause) {
    this.worker = worker;
    this.listener = listener;
    this.firstPause = firstPause;
    this.longestPause = longestPause;
    this.nextPause = firstPause;
  }

  /** Notes that the queue answered. */
  synchronized void works() {
    if (lost) {
      lost = false;
      nextPause = firstPause;
      LOG.info("the queue is back");
      listener.accept(new WorkerEvent.QueueBack(worker));
    }
  }

  /** Notes that the queue threw, and {@return how long to wait before the next try} */
  synchronized Duration failed(RuntimeException cause) {
    // Also a loop that waits for its queue goes round: it must not be restarted as if it were
    // stuck.
    listener.accept(new WorkerEvent.Turned(worker));
    if (!lost) {
      lost = true;
      LOG.warn("the queue does not answer, trying again until it does: {}", cause.toString());
      listener.accept(new WorkerEvent.QueueLost(worker, cause));
    }
    Duration pause = nextPause;
    Duration doubled = pause.multipliedBy(2);
    nextPause = doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    return pause;
  }

  /**
   * Says something to the queue, as often as it takes.
   *
   * @return what the queue answered
   * @throws InterruptedException if the worker has to stop before the queue answered
   */
  boolean say(BooleanSupplier call) throws InterruptedException {
    while (true) {
      try {
        boolean answer = call.getAsBoolean();
        works();
        return answer;
      } catch (RuntimeException e) {
        Thread.sleep(failed(e));
      }
    }
  }
}
