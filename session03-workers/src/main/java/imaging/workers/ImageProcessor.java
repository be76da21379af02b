package imaging.workers;

import imaging.filters.Images;
import imaging.filters.UnreadableImageException;
import imaging.pipelines.FilterPipeline;
import imaging.pipelines.PipelineSyntaxException;
import java.awt.image.BufferedImage;
import java.util.Locale;

/**
 * Sends the image of a task through its pipeline and stores the result as {@code <task id>.<format>}:
 * done twice, it leaves one result. Keeps nothing between tasks, so any number of threads may use it.
 */
public final class ImageProcessor implements TaskProcessor {

  private final ImageStore store;

  public ImageProcessor(ImageStore store) {
    this.store = store;
  }

  /**
   * {@inheritDoc}
   *
   * <p>JPEG stays JPEG, any other format becomes PNG, which loses nothing.
   */
  @Override
  public String process(ImageTask task) {
    FilterPipeline pipeline = parse(task); // first: a bad pipeline needs no decoded image
    BufferedImage result = pipeline.apply(read(task));
    String format = formatFor(task.image());
    return store.put(task.id() + "." + format, Images.encode(result, format));
  }

  private static FilterPipeline parse(ImageTask task) {
    try {
      return FilterPipeline.parse(task.pipeline());
    } catch (PipelineSyntaxException e) {
      throw new PermanentFailure(e);
    }
  }

  private BufferedImage read(ImageTask task) {
    byte[] bytes = store.get(task.image());
    try {
      return Images.read(bytes, task.image());
    } catch (UnreadableImageException e) {
      if (e.getCause() instanceof OutOfMemoryError) {
        throw e; // other tasks have the memory now: later it may fit
      }
      throw new PermanentFailure(e);
    }
  }

  private static String formatFor(String reference) {
    String name = reference.toLowerCase(Locale.ROOT);
    return name.endsWith(".jpg") || name.endsWith(".jpeg") ? "jpg" : "png";
  }
}
