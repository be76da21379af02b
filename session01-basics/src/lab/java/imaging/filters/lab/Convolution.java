package imaging.filters.lab;

import imaging.filters.ImageFilter;
import imaging.filters.Pixels;
import imaging.grader.Todo;

/**
 * Lab L1.2. Weighs each pixel and its 8 neighbours. Keeps the pixel's alpha. Does not change its
 * input.
 *
 * <p>New value of red, green and blue: the sum of weight times value over the 3x3 square, divided by
 * the divisor, rounded to the nearest whole number (halves up), then kept within 0 and 255. As in
 * Pillow and OpenCV the kernel is not turned round: the first weight belongs to the neighbour above
 * left, the last to the one below right.
 */
public final class Convolution extends ImageFilter {

  private final int[] weights;
  private final int divisor;
  private final BorderPolicy border;

  /**
   * @param weights nine of them, row by row from above left; may be negative
   * @param divisor at least 1
   * @param border what to read beside the image
   */
  public Convolution(int[] weights, int divisor, BorderPolicy border) {
    this.weights = weights.clone();
    this.divisor = divisor;
    this.border = border;
  }

  @Override
  public void filter(Pixels source, Pixels target) {
    throw Todo.todo("Convolution.filter");
  }

  @Override
  public String toString() {
    return "convolution:border=" + border;
  }
}
