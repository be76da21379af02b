package imaging.filters;

/**
 * Weighs a column of pixels, then a row of the results, with the same symmetric kernel. Rounded to 8
 * bits after each of the two.
 */
final class SeparableBlur extends ImageFilter {

  private final int[] weights;
  private final int radius;

  SeparableBlur(GaussianKernel kernel) {
    weights = kernel.weights();
    radius = kernel.radius();
  }

  @Override
  public void filter(Pixels source, Pixels target) {
    for (int x = 0; x < source.width(); x += Rows.STRIP) {
      new Strip(Math.min(Rows.STRIP, source.width() - x)).filter(source, target, x);
    }
  }

  @Override
  public String toString() {
    return "separable:taps=" + (2 * radius + 1);
  }

  /** The scratch rows of one strip. */
  private final class Strip {

    private final int width;
    private final int[] pixels;
    private final int[] left;
    private final int[] right;
    private final int[] column;
    private final int[] redBlue;
    private final int[] alphaGreen;

    /** The rows around the current one, as lanes; row y stands at index y modulo their number. */
    private final int[][] redBlues;

    private final int[][] alphaGreens;

    Strip(int width) {
      this.width = width;
      int padded = width + 2 * radius;
      pixels = new int[padded];
      left = new int[padded];
      right = new int[padded];
      column = new int[padded];
      redBlue = new int[padded];
      alphaGreen = new int[padded];
      redBlues = new int[2 * radius + 1][padded];
      alphaGreens = new int[2 * radius + 1][padded];
    }

    void filter(Pixels source, Pixels target, int x) {
      for (int y = -radius; y < radius; y++) {
        readRow(source, x, y);
      }
      for (int y = 0; y < source.height(); y++) {
        readRow(source, x, y + radius);
        weighColumns(redBlues, y, column);
        weighRow(column, redBlue);
        weighColumns(alphaGreens, y, column);
        weighRow(column, alphaGreen);
        join(redBlue, alphaGreen, pixels);
        Rows.write(pixels, target, x, y, width);
      }
    }

    private void readRow(Pixels source, int x, int y) {
      Rows.read(source, x - radius, y, pixels);
      int slot = Math.floorMod(y, redBlues.length);
      split(pixels, redBlues[slot], alphaGreens[slot]);
    }

    private void weighColumns(int[][] ring, int y, int[] sums) {
      start(ring[y % ring.length], weights[0], sums);
      for (int k = 1; k <= radius; k++) {
        int[] above = ring[Math.floorMod(y - k, ring.length)];
        int[] below = ring[(y + k) % ring.length];
        addWeighted(above, below, weights[k], sums);
      }
      Lanes.dropBits(sums, 8, sums);
    }

    private void weighRow(int[] row, int[] sums) {
      Rows.shift(row, radius, left);
      start(left, weights[0], sums);
      for (int k = 1; k <= radius; k++) {
        Rows.shift(row, radius - k, left);
        Rows.shift(row, radius + k, right);
        addWeighted(left, right, weights[k], sums);
      }
      Lanes.dropBits(sums, 8, sums);
    }
  }

  private static void split(int[] pixels, int[] redBlue, int[] alphaGreen) {
    for (int i = 0; i < pixels.length; i++) {
      redBlue[i] = Lanes.redBlue(pixels[i]);
      alphaGreen[i] = Lanes.alphaGreen(pixels[i]);
    }
  }

  private static void start(int[] row, int weight, int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = row[i] * weight;
    }
  }

  private static void addWeighted(int[] a, int[] b, int weight, int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += (a[i] + b[i]) * weight;
    }
  }

  private static void join(int[] redBlue, int[] alphaGreen, int[] pixels) {
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Lanes.join(redBlue[i], alphaGreen[i]);
    }
  }
}
