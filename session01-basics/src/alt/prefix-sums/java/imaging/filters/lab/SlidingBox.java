package imaging.filters.lab;

import imaging.filters.ImageFilter;
import imaging.filters.Pixels;
import imaging.filters.Samples;

/** Any window is the difference of two sums from the beginning. */
public final class SlidingBox extends ImageFilter {

  private final int radius;

  public SlidingBox(int radius) {
    this.radius = radius;
  }

  public static int[] means(Samples row, int radius) {
    int length = row.length();
    long[] sums = new long[length + 1];
    for (int i = 0; i < length; i++) {
      sums[i + 1] = sums[i] + row.get(i);
    }
    long first = sums[1];
    long last = sums[length] - sums[length - 1];
    int[] means = new int[length];
    for (int i = 0; i < length; i++) {
      int from = i - radius;
      int to = i + radius;
      long sum = sums[Math.min(to, length - 1) + 1] - sums[Math.max(from, 0)];
      sum += Math.max(0, -from) * first + Math.max(0, to - length + 1) * last;
      means[i] = (int) Math.round(sum / (2.0 * radius + 1));
    }
    return means;
  }

  /** One rounding only: table[y][x] is the sum of all above and left of (x, y). */
  @Override
  public void filter(Pixels source, Pixels target) {
    int width = source.width() + 2 * radius;
    int height = source.height() + 2 * radius;
    double area = (2.0 * radius + 1) * (2 * radius + 1);
    int[] result = new int[source.argb().length];
    for (int shift = 0; shift < 32; shift += 8) {
      long[][] table = table(source, width, height, shift);
      for (int i = 0; i < result.length; i++) {
        int x = i % source.width();
        int y = i / source.width();
        int right = x + 2 * radius + 1;
        int below = y + 2 * radius + 1;
        long sum = table[below][right] - table[y][right] - table[below][x] + table[y][x];
        result[i] |= (int) Math.round(sum / area) << shift;
      }
    }
    System.arraycopy(result, 0, target.argb(), 0, result.length);
  }

  private long[][] table(Pixels source, int width, int height, int shift) {
    long[][] table = new long[height + 1][width + 1];
    for (int y = 0; y < height; y++) {
      int row = Math.clamp(y - radius, 0, source.height() - 1) * source.width();
      for (int x = 0; x < width; x++) {
        int column = Math.clamp(x - radius, 0, source.width() - 1);
        int value = source.argb()[row + column] >>> shift & 0xFF;
        table[y + 1][x + 1] = value + table[y][x + 1] + table[y + 1][x] - table[y][x];
      }
    }
    return table;
  }

  @Override
  public String toString() {
    return "slidingbox:radius=" + radius;
  }
}
