package imaging.filters.lab;

import imaging.filters.ImageFilter;
import imaging.filters.Pixels;
import imaging.filters.Samples;

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
    int size = 2 * radius + 1;
    int last = row.length() - 1;
    int sum = 0; // invariant: the sum of the window around the value that comes next
    for (int k = -radius; k <= radius; k++) {
      sum += row.get(Math.clamp(k, 0, last));
    }
    int[] means = new int[row.length()];
    for (int i = 0; i < means.length; i++) {
      means[i] = (sum + radius) / size; // radius is half of size: rounded, not cut off
      sum += row.get(Math.min(i + radius + 1, last)) - row.get(Math.max(i - radius, 0));
    }
    return means;
  }

  /**
   * Blurs all four channels, alpha too: first along the rows, then the result down the columns. Each
   * value may be off by one from the exact mean of the square, since it is rounded twice.
   */
  @Override
  public void filter(Pixels source, Pixels target) {
    int width = source.width();
    int height = source.height();
    int[] between = new int[width * height];
    for (int y = 0; y < height; y++) {
      blurLine(source.argb(), between, y * width, 1, width);
    }
    for (int x = 0; x < width; x++) {
      blurLine(between, target.argb(), x, width, height);
    }
  }

  /** A line starts at an index and goes on in equal steps: 1 along a row, the width down a column. */
  private void blurLine(int[] in, int[] out, int start, int step, int length) {
    int[] blue = means(new Line(in, start, step, length, 0), radius);
    int[] green = means(new Line(in, start, step, length, 8), radius);
    int[] red = means(new Line(in, start, step, length, 16), radius);
    int[] alpha = means(new Line(in, start, step, length, 24), radius);
    for (int i = 0; i < length; i++) {
      out[start + i * step] = alpha[i] << 24 | red[i] << 16 | green[i] << 8 | blue[i];
    }
  }

  private record Line(int[] argb, int start, int step, int length, int shift) implements Samples {
    @Override
    public int get(int index) {
      return argb[start + index * step] >>> shift & 0xFF;
    }
  }

  @Override
  public String toString() {
    return "slidingbox:radius=" + radius;
  }
}
