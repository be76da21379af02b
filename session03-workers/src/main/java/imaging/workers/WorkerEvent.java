package imaging.workers;

import java.time.Duration;

/**
 * What happens in a worker, for logs, health checks and metrics.
 *
 * <p>A listener is called on the thread to which it happened, often on several threads at once, and
 * should return at once: the worker waits for it. What it throws is logged and changes nothing.
 */
public sealed interface WorkerEvent {

  /** {@return the name of the worker} */
  String worker();

  /** The loop went round once more, also while the queue is away: the worker is not stuck. */
  record Turned(String worker) implements WorkerEvent {}

  /** The worker has a task in hand. */
  record Taken(Delivery delivery) implements WorkerEvent {
    @Override
    public String worker() {
      return delivery.worker();
    }
  }

  /** The result is stored and acknowledged; {@code took} is the time from taken to acknowledged. */
  record Done(Delivery delivery, String result, Duration took) implements WorkerEvent {
    @Override
    public String worker() {
      return delivery.worker();
    }
  }

  /** The attempt failed; {@code permanent} where no other will be made. */
  record Failed(Delivery delivery, Throwable cause, boolean permanent, Duration took)
      implements WorkerEvent {
    @Override
    public String worker() {
      return delivery.worker();
    }
  }

  /** The worker had to stop and put the task back. */
  record GivenBack(Delivery delivery) implements WorkerEvent {
    @Override
    public String worker() {
      return delivery.worker();
    }
  }

  /** The queue refused what the worker said: the task has meanwhile been given to another. */
  record Outdated(Delivery delivery) implements WorkerEvent {
    @Override
    public String worker() {
      return delivery.worker();
    }
  }

  /** The queue does not answer; the worker tries again until it does. Said once. */
  record QueueLost(String worker, RuntimeException cause) implements WorkerEvent {}

  /** The queue answers again. */
  record QueueBack(String worker) implements WorkerEvent {}

  /** The loop has ended and takes nothing more. */
  record Ended(String worker) implements WorkerEvent {}
}
