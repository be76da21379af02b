package imaging.pipelines.lab;

import imaging.filters.ImageFilter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** L2.3 with threads that fetch their work: no executor, no future, no queue. */
public final class ResumableBatch {

  private ResumableBatch() {}

  /** {@return what became of each image} */
  public static List<Result> run(
      ImageSource source, ImageFilter filter, ImageSink sink, int atOnce) {
    String[] names = source.names().toArray(String[]::new);
    Result[] results = new Result[names.length];
    Arrays.setAll(results, i -> new Result.Cancelled(names[i]));
    AtomicInteger next = new AtomicInteger();
    List<Thread> threads =
        IntStream.range(0, atOnce)
            .mapToObj(
                _ ->
                    Thread.ofPlatform()
                        .start(
                            () -> {
                              for (int i; (i = next.getAndIncrement()) < names.length; ) {
                                results[i] = one(names[i], source, filter, sink);
                              }
                            }))
            .toList();
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
          next.set(names.length); // nothing is left to take
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return List.of(results);
  }

  private static Result one(String name, ImageSource source, ImageFilter filter, ImageSink sink) {
    try {
      if (sink.isCommitted(name)) {
        return new Result.Skipped(name);
      }
      var image = filter.apply(source.read(name));
      ImageSink.Upload upload = sink.open(name);
      boolean committed = false;
      try {
        upload.write(image);
        upload.commit();
        committed = true;
      } catch (RuntimeException e) {
        return new Result.Failed(name, String.valueOf(e.getMessage()));
      } finally {
        if (!committed) {
          abortQuietly(upload);
        }
      }
      return new Result.Done(name);
    } catch (RuntimeException e) {
      return new Result.Failed(name, String.valueOf(e.getMessage()));
    }
  }

  private static void abortQuietly(ImageSink.Upload upload) {
    try {
      upload.abort();
    } catch (RuntimeException _) {
      // The first failure is the one that is reported.
    }
  }
}
