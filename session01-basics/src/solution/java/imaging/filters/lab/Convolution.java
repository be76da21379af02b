package imaging.filters.lab;

import imaging.filters.ImageFilter;
import imaging.filters.Pixels;

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
    for (int y = 0; y < source.height(); y++) {
      for (int x = 0; x < source.width(); x++) {
        int i = y * source.width() + x;
        int red = weighed(source, x, y, 16);
        int green = weighed(source, x, y, 8);
        int blue = weighed(source, x, y, 0);
        target.argb()[i] = source.argb()[i] & 0xFF000000 | red << 16 | green << 8 | blue;
      }
    }
  }

  /** {@return the new value of the channel that stands {@code shift} bits up} */
  private int weighed(Pixels source, int x, int y, int shift) {
    int sum = 0;
    for (int k = 0; k < weights.length; k++) {
      int column = border.index(x + k % 3 - 1, source.width());
      int row = border.index(y + k / 3 - 1, source.height());
      if (column != BorderPolicy.NONE && row != BorderPolicy.NONE) {
        sum += weights[k] * (source.argb()[row * source.width() + column] >>> shift & 0xFF);
      }
    }
    return Math.clamp(Math.round((double) sum / divisor), 0, 255);
  }

  @Override
  public String toString() {
    return "convolution:border=" + border;
  }
}
