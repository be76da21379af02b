package imaging.queue;

import imaging.filters.ImagingException;
import imaging.workers.Delivery;
import imaging.workers.ImageTask;
import imaging.workers.TaskQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A queue in Redis that many processes share. Thread-safe.
 *
 * <p>The invariants, which every script keeps and the tests check under faults:
 *
 * <ol>
 *   <li>A task is at any moment in exactly one of pending, processing by one worker, delayed, dead,
 *       done.
 *   <li>No crash of a worker, at any instruction, loses a task.
 *   <li>A task that is processed twice yields one result.
 *   <li>With Redis restarted from its append-only file (fsync always), what was acknowledged to the
 *       producer is still there.
 *   <li>Taking blocks on the server; nobody polls.
 * </ol>
 *
 * <p>Worker names must be unique among all processes. All methods throw {@link
 * QueueUnavailableException} while Redis is away, and may then simply be called again: a repeated
 * enqueue, complete, fail or give back has the effect of one.
 */
public final class RedisTaskQueue implements TaskQueue {

  private final QueueConnection redis;
  private final Held held = new Held();
  private final Producer producer;
  private final Taker taker;
  private volatile boolean closed;

  /** Shares the connection; closing the queue does not close it. */
  public RedisTaskQueue(QueueConnection redis) {
    this.redis = redis;
    this.producer = new Producer(redis);
    this.taker = new Taker(redis, held, () -> closed);
  }

  @Override
  public void enqueue(ImageTask task) {
    submit(task);
  }

  @Override
  public void enqueueAll(List<ImageTask> tasks) {
    submitAll(tasks);
  }

  /** {@return whether the task was new} One whose id is known, even if it has ended, changes nothing. */
  public boolean submit(ImageTask task) {
    return submitAll(List.of(task)) == 1;
  }

  /** {@return how many of the tasks were new} A round trip for each thousand, two if there are more. */
  public int submitAll(List<ImageTask> tasks) {
    if (closed) {
      throw new ImagingException("the queue is closed: open another to enqueue");
    }
    return producer.submit(tasks);
  }

  @Override
  public @Nullable Delivery take(String worker, Duration wait) throws InterruptedException {
    List<Delivery> one = take(worker, 1, wait);
    return one.isEmpty() ? null : one.getFirst();
  }

  /** {@return up to {@code most} tasks; waits only while there is none at all} */
  public List<Delivery> take(String worker, int most, Duration wait) throws InterruptedException {
    return taker.take(worker, most, wait);
  }

  @Override
  public boolean complete(Delivery delivery, String result) {
    return completeAll(List.of(new Completion(delivery, result))).getFirst();
  }

  /** {@return for each completion whether it counted} All must be of one worker; one round trip. */
  public List<Boolean> completeAll(List<Completion> completions) {
    return completeThenTake(completions, 0).accepted();
  }

  /** Completes a task and takes the next one, if there is one now, in the same round trip. */
  public Handover completeThenTake(Delivery delivery, String result) {
    return completeThenTake(List.of(new Completion(delivery, result)), 1);
  }

  // tag::complete-then-take[]
  /**
   * Completes tasks of one worker and takes up to {@code most} next ones in the same round trip. A
   * script cannot wait: when nothing is pending the list is empty, and {@link #take} waits.
   */
  public Handover completeThenTake(List<Completion> completions, int most) {
    if (completions.isEmpty()) {
      return new Handover(List.of(), List.of());
    }
    String worker = completions.getFirst().delivery().worker();
    List<String> args = new ArrayList<>();
    args.add(worker);
    args.add(Long.toString(redis.settings().keepResults().toMillis()));
    args.add(Integer.toString(most));
    for (Completion completion : completions) {
      args.add(completion.delivery().task().id());
      args.add(completion.delivery().token());
      args.add(completion.result());
    }
    List<?> reply = (List<?>) runFor(worker, Script.COMPLETE, args);
    completions.forEach(done -> held.remove(worker, done.delivery().task().id()));
    List<Boolean> accepted = ((List<?>) reply.get(0)).stream().map(yes -> (Long) yes == 1).toList();
    return new Handover(accepted, taker.deliveries(worker, reply.get(1)));
  }

  // end::complete-then-take[]

  @Override
  public boolean giveBack(Delivery delivery) {
    return end(delivery, Script.GIVEBACK, List.of());
  }

  /** Tries the task again after a pause that doubles with each attempt; see {@link QueueSettings}. */
  @Override
  public boolean fail(Delivery delivery, String reason) {
    return retryLater(delivery, reason, redis.settings().delayAfter(delivery.task().attempt() + 1));
  }

  /** Counts a failed attempt; the next one comes after this delay, if the attempts are not used up. */
  public boolean retryLater(Delivery delivery, String reason, Duration delay) {
    return endFailed(delivery, reason, redis.settings().maxAttempts(), delay);
  }

  @Override
  public boolean reject(Delivery delivery, String reason) {
    return endFailed(delivery, reason, 0, Duration.ZERO);
  }

  private boolean endFailed(Delivery delivery, String reason, int attempts, Duration delay) {
    String millis = Long.toString(delay.toMillis());
    return end(delivery, Script.FAIL, List.of(Integer.toString(attempts), millis, reason));
  }

  private boolean end(Delivery delivery, Script script, List<String> more) {
    String id = delivery.task().id();
    List<String> args = new ArrayList<>(List.of(delivery.worker(), id, delivery.token()));
    args.addAll(more);
    boolean accepted = (Long) runFor(delivery.worker(), script, args) > 0;
    held.remove(delivery.worker(), id);
    return accepted;
  }

  /** If the answer is lost, so may be tasks that were handed out with it: the next take looks. */
  private Object runFor(String worker, Script script, List<String> args) {
    try {
      return redis.run(script, args);
    } catch (QueueUnavailableException e) {
      held.doubt(worker);
      throw e;
    }
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  /** From now on this object takes no new tasks in and does not wait; who waits returns in a second. */
  @Override
  public void close() {
    closed = true;
  }
}
