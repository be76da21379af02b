package imaging.pipelines.lab;

import imaging.filters.ImageFilter;
import imaging.grader.Todo;
import java.util.List;

/**
 * L2.3: all images of a source through a filter into a sink.
 *
 * <ul>
 *   <li><b>Order</b>: one result for each name, in the order of {@link ImageSource#names()}, whatever
 *       finished first.
 *   <li><b>Isolation</b>: a {@code RuntimeException} of reading, filtering or writing is the {@code
 *       Failed} of that image and of no other.
 *   <li><b>Whole or not at all</b>: every upload that was opened ends with commit or abort; commit
 *       only after write returned. A failing abort does not hide what failed first.
 *   <li><b>Resume</b>: what the sink has committed is skipped, without being read; what is half there
 *       is done again.
 *   <li><b>Bounded</b>: exactly {@code atOnce} images are worked on at a time as long as there are so
 *       many; an image counts from the beginning of its read to the end of its commit or abort.
 *   <li><b>Interrupt</b> of the calling thread: images not begun become {@code Cancelled}, those in
 *       work may end or fail, none is left open. The call returns the results, flag set again.
 * </ul>
 *
 * <p>No thread of the batch is alive when the call returns.
 */
public final class ResumableBatch {

  private ResumableBatch() {}

  /**
   * {@return what became of each image}
   *
   * @param atOnce at least 1
   */
  public static List<Result> run(
      ImageSource source, ImageFilter filter, ImageSink sink, int atOnce) {
    throw Todo.todo("ResumableBatch.run");
  }
}
