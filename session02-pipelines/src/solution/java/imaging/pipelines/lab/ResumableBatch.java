package imaging.pipelines.lab;

import imaging.filters.ImageFilter;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** L2.3, reference: one task for each image on a pool of {@code atOnce} threads. */
public final class ResumableBatch {

  private final ImageSource source;
  private final ImageFilter filter;
  private final ImageSink sink;
  private final AtomicBoolean cancelled = new AtomicBoolean();

  private ResumableBatch(ImageSource source, ImageFilter filter, ImageSink sink) {
    this.source = source;
    this.filter = filter;
    this.sink = sink;
  }

  /** {@return what became of each image} */
  public static List<Result> run(
      ImageSource source, ImageFilter filter, ImageSink sink, int atOnce) {
    return new ResumableBatch(source, filter, sink).run(atOnce);
  }

  private List<Result> run(int atOnce) {
    try (ExecutorService pool = Executors.newFixedThreadPool(atOnce)) {
      // The order of the futures is the order of the names, whatever ends first.
      List<Future<Result>> futures =
          source.names().stream().map(name -> pool.submit(() -> result(name))).toList();
      List<Result> results = new ArrayList<>();
      for (Future<Result> future : futures) {
        results.add(get(future));
      }
      if (cancelled.get()) {
        Thread.currentThread().interrupt();
      }
      return results;
    }
  }

  private Result get(Future<Result> future) {
    while (true) {
      try {
        return future.get();
      } catch (InterruptedException e) {
        cancelled.set(true);
      } catch (ExecutionException e) {
        throw new IllegalStateException("the batch has a bug", e.getCause());
      }
    }
  }

  private Result result(String name) {
    if (cancelled.get()) {
      return new Result.Cancelled(name);
    }
    try {
      if (sink.isCommitted(name)) {
        return new Result.Skipped(name);
      }
      store(name, filter.apply(source.read(name)));
      return new Result.Done(name);
    } catch (RuntimeException e) {
      return new Result.Failed(name, String.valueOf(e.getMessage()));
    }
  }

  private void store(String name, BufferedImage image) {
    ImageSink.Upload upload = sink.open(name);
    try {
      upload.write(image);
      upload.commit();
    } catch (RuntimeException e) {
      abort(upload);
      throw e;
    }
  }

  private static void abort(ImageSink.Upload upload) {
    try {
      upload.abort();
    } catch (RuntimeException _) {
      // What failed first is the reason that a person needs.
    }
  }
}
