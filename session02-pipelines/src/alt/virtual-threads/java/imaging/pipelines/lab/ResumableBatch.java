package imaging.pipelines.lab;

import imaging.filters.ImageFilter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** L2.3 with a new virtual thread for each image; the caller waits for a permit before it starts one. */
public final class ResumableBatch {

  private ResumableBatch() {}

  /** {@return what became of each image} */
  public static List<Result> run(
      ImageSource source, ImageFilter filter, ImageSink sink, int atOnce) {
    Map<String, Result> results = new ConcurrentHashMap<>();
    Semaphore permits = new Semaphore(atOnce);
    List<String> names = source.names();
    boolean interrupted = false;
    for (String name : names) {
      try {
        permits.acquire();
      } catch (InterruptedException e) {
        interrupted = true;
        break;
      }
      Thread.startVirtualThread(
          () -> {
            try {
              results.put(name, one(name, source, filter, sink));
            } finally {
              permits.release();
            }
          });
    }
    permits.acquireUninterruptibly(atOnce);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return names.stream()
        .map(name -> results.getOrDefault(name, new Result.Cancelled(name)))
        .toList();
  }

  private static Result one(String name, ImageSource source, ImageFilter filter, ImageSink sink) {
    ImageSink.Upload upload = null;
    try {
      if (sink.isCommitted(name)) {
        return new Result.Skipped(name);
      }
      var image = filter.apply(source.read(name));
      upload = sink.open(name);
      upload.write(image);
      upload.commit();
      return new Result.Done(name);
    } catch (RuntimeException e) {
      if (upload != null) {
        try {
          upload.abort();
        } catch (RuntimeException _) {
          // What failed first is the reason.
        }
      }
      return new Result.Failed(name, e.toString());
    }
  }
}
