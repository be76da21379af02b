package imaging.filters.lab;

import imaging.filters.ImageFilter;
import imaging.filters.Pixels;
import imaging.filters.Samples;
import imaging.grader.Todo;

/**
 * Lab L1.3. A box blur whose cost does not depend on the radius. Beside the image the nearest edge
 * pixel counts. Does not change its input.
 */
public final class SlidingBox extends ImageFilter {

  private final int radius;

  /**
   * @param radius at least 0; a window is {@code 2 * radius + 1} values long and may be longer than
   *     the image
   */
  public SlidingBox(int radius) {
    this.radius = radius;
  }

  /**
   * {@return for each value the mean of the window around it, rounded to the nearest whole number}
   *
   * <p>The windows of two neighbours differ in two values only: one leaves, one enters. So a row of
   * {@code n} values needs at most {@code 3 n} reads, and {@code 2 * radius + 1} for the first window.
   * A read is a call of {@link Samples#get}.
   *
   * @param row the values; an index outside it must not be asked for
   * @param radius at least 0
   */
  public static int[] means(Samples row, int radius) {
    throw Todo.todo("SlidingBox.means");
  }

  /**
   * Blurs all four channels, alpha too: first along the rows, then the result down the columns. Each
   * value may be off by one from the exact mean of the square, since it is rounded twice.
   */
  @Override
  public void filter(Pixels source, Pixels target) {
    throw Todo.todo("SlidingBox.filter");
  }

  @Override
  public String toString() {
    return "slidingbox:radius=" + radius;
  }
}
