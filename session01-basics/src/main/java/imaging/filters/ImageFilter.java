package imaging.filters;

import java.awt.image.BufferedImage;

/**
 * Makes a new image of the same size from another. Never changes its input.
 *
 * <p>A template method: {@link #apply(BufferedImage)} does what is the same for all filters (get at
 * the pixels, make room for the result), a subclass writes only {@link #filter(Pixels, Pixels)}.
 * Filters hold no state that changes, so one instance may serve any number of threads.
 */
public abstract class ImageFilter {

  /**
   * {@return the filtered image, a new one: TYPE_INT_ARGB where the input has alpha, else
   * TYPE_INT_RGB} Does not change its input.
   */
  public final BufferedImage apply(BufferedImage image) {
    BufferedImage result = Pixels.blankLike(image);
    filter(Pixels.of(image), Pixels.of(result));
    return result;
  }

  /**
   * Computes each pixel of {@code target} from {@code source}.
   *
   * @param source what to read; must not be changed
   * @param target of the same size, another array; every pixel must be written, alpha included
   */
  public abstract void filter(Pixels source, Pixels target);

  /** {@return the filter as pipelines write it, such as {@code blur:radius=2}} */
  @Override
  public abstract String toString();
}
