package imaging.pipelines;

import imaging.filters.ImageFilter;
import imaging.filters.Images;
import imaging.filters.ImagingException;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sends many images through one filter into an output folder.
 *
 * <ul>
 *   <li>One bad image is a line in the report, never the end of the batch.
 *   <li>At most {@code threads} images are in memory, however many there are.
 *   <li>An output is there whole or not at all.
 *   <li>A second run does only what is missing or out of date.
 *   <li>The report has the order of the inputs, whatever finished first.
 * </ul>
 *
 * Any thread may call {@link #cancel}; the rest is for one thread.
 */
public final class BatchRunner {

  private final ImageFilter filter;
  private final Path folder;
  private final int threads;
  private volatile boolean cancelled;

  /**
   * @param filter applied to each image; used by several threads at once
   * @param folder where the results go, made if it is not there
   * @param threads how many images are worked on at once, at least 1
   */
  public BatchRunner(ImageFilter filter, Path folder, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("%d threads do no work: use 1 or more".formatted(threads));
    }
    this.filter = filter;
    this.folder = folder;
    this.threads = threads;
  }

  /** {@return the files of a folder that look like images, sorted by name} */
  public static List<Path> imagesIn(Path folder) {
    return BatchPlan.imagesIn(folder);
  }

  /** Lets no further image start; those in work are finished. For good: a runner has no restart. */
  public void cancel() {
    cancelled = true;
  }

  /**
   * Does the whole batch and returns when no thread works on it any more. An interrupt of the calling
   * thread is a {@link #cancel}, and its flag is set again on return.
   *
   * @throws ImagingException if the output folder cannot be used; never because of one image
   */
  public BatchReport run(List<Path> inputs, BatchListener listener) {
    long start = System.nanoTime();
    List<BatchPlan> plans = BatchPlan.of(inputs, folder);
    BatchJournal journal = BatchJournal.open(folder, filter.toString());
    BatchQueue queue = new BatchQueue(plans, listener);
    try (ExecutorService pool =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("batch-", 1).factory())) {
      awaitAll(
          IntStream.range(0, Math.min(threads, plans.size()))
              .<Future<?>>mapToObj(_ -> pool.submit(() -> work(queue, journal)))
              .toList());
    }
    return new BatchReport(queue.outcomes(), Duration.ofNanos(System.nanoTime() - start));
  }

  private void work(BatchQueue queue, BatchJournal journal) {
    // A thread takes its next image only when it let go of the one before: that bounds the memory.
    for (int i = queue.next(); !cancelled && i >= 0; i = queue.next()) {
      queue.ended(i, outcomeOf(queue.plan(i), journal));
    }
  }

  // tag::isolate[]
  private BatchOutcome outcomeOf(BatchPlan plan, BatchJournal journal) {
    long start = System.nanoTime();
    try {
      if (plan.objection() != null) {
        return new BatchOutcome.Failed(plan.input(), plan.objection());
      }
      if (journal.isComplete(plan.input(), plan.output())) {
        return new BatchOutcome.Skipped(plan.input(), plan.output());
      }
      BufferedImage result = filter.apply(Images.read(plan.input()));
      Images.write(result, plan.output());
      journal.completed(plan.input(), plan.output());
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      return new BatchOutcome.Written(plan.input(), plan.output(), took);
    } catch (RuntimeException | OutOfMemoryError e) {
      // Too little memory for one huge image leaves enough for the others; other errors are bugs.
      return new BatchOutcome.Failed(plan.input(), reason(e));
    }
  }

  // end::isolate[]

  private static String reason(Throwable failure) {
    boolean ours = failure instanceof ImagingException;
    return ours && failure.getMessage() != null ? failure.getMessage() : failure.toString();
  }

  private void awaitAll(List<Future<?>> workers) {
    boolean interrupted = false;
    @Nullable Error bug = null;
    for (Future<?> worker : workers) {
      boolean ended = false;
      while (!ended) {
        try {
          worker.get();
          ended = true;
        } catch (InterruptedException e) {
          interrupted = true;
          cancel();
        } catch (ExecutionException e) {
          bug = new AssertionError("a thread of the batch died", e.getCause());
          ended = true;
          cancel();
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (bug != null) {
      throw bug;
    }
  }
}
