package imaging.pipelines;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * Hands out the images of one run, each once, and keeps their outcomes in the order given.
 *
 * <p>No list of waiting tasks: a counter says which is next, and an outcome goes to the place of its
 * image. That is why the report is in order although the work is not. Threads: any.
 */
final class BatchQueue {

  private final List<BatchPlan> plans;
  private final BatchListener listener;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicReferenceArray<BatchOutcome> outcomes;
  private int finished;

  BatchQueue(List<BatchPlan> plans, BatchListener listener) {
    this.plans = plans;
    this.listener = listener;
    this.outcomes = new AtomicReferenceArray<>(plans.size());
  }

  /** {@return the place of the next image, or -1 when all were handed out} */
  int next() {
    int place = next.getAndIncrement();
    return place < plans.size() ? place : -1;
  }

  BatchPlan plan(int place) {
    return plans.get(place);
  }

  /** Notes the outcome and tells the listener, one call at a time. */
  synchronized void ended(int place, BatchOutcome outcome) {
    outcomes.set(place, outcome);
    finished++;
    listener.ended(finished, plans.size(), outcome);
  }

  /** {@return an outcome for each image, in order; one that never ended was cancelled} */
  List<BatchOutcome> outcomes() {
    return IntStream.range(0, plans.size()).mapToObj(this::outcome).toList();
  }

  private BatchOutcome outcome(int place) {
    BatchOutcome outcome = outcomes.get(place);
    return outcome == null ? new BatchOutcome.Cancelled(plan(place).input()) : outcome;
  }
}
