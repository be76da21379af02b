package imaging.filters;

/**
 * Finds edges by the steepness of red, green and blue: {@code |gx| + |gy|}, cut to 255. Keeps alpha.
 * Does not change its input.
 *
 * <pre>
 *        -1  0  1            -1 -2 -1
 *   gx = -2  0  2       gy =  0  0  0
 *        -1  0  1             1  2  1
 * </pre>
 *
 * <p>The sum of the two stands for the length of the gradient, {@code sqrt(gx² + gy²)}: it needs no
 * root and is at most 1.42 times as long. Outside the image the nearest edge pixel counts. Equal to
 * OpenCV's {@code Sobel} with {@code BORDER_REPLICATE}, magnitudes added and cut.
 *
 * <p>Both kernels are a column times a row, so each row of the image is smoothed (1 2 1) and
 * differenced (-1 0 1) downwards first, then the other way round along the row.
 */
public final class SobelEdges extends ImageFilter {

  /** Keep both lanes above 0 while differences of one column, or of four, are formed. */
  private static final int BIAS = 256;

  private static final int BIAS4 = 4 * BIAS;

  @Override
  public void filter(Pixels source, Pixels target) {
    for (int x = 0; x < source.width(); x += Rows.STRIP) {
      new Strip(Math.min(Rows.STRIP, source.width() - x)).filter(source, target, x);
    }
  }

  @Override
  public String toString() {
    return "sobel";
  }

  private static final class Strip {

    private final int width;
    private final int[] above;
    private final int[] middle;
    private final int[] below;
    private final int[] smooth;
    private final int[] difference;
    private final int[] right;
    private final int[] right2;
    private final int[] smoothRight2;
    private final int[] redBlue;
    private final int[] green;

    Strip(int width) {
      this.width = width;
      int padded = width + 2;
      above = new int[padded];
      middle = new int[padded];
      below = new int[padded];
      smooth = new int[padded];
      difference = new int[padded];
      right = new int[padded];
      right2 = new int[padded];
      smoothRight2 = new int[padded];
      redBlue = new int[padded];
      green = new int[padded];
    }

    void filter(Pixels source, Pixels target, int x) {
      for (int y = 0; y < source.height(); y++) {
        Rows.read(source, x - 1, y - 1, above);
        Rows.read(source, x - 1, y, middle);
        Rows.read(source, x - 1, y + 1, below);
        magnitudes(0, redBlue);
        magnitudes(8, green);
        Rows.shift(middle, 1, right);
        join(redBlue, green, right);
        Rows.write(right, target, x, y, width);
      }
    }

    /** Of red and blue (shift 0), or of alpha and green (shift 8; alpha is not used later). */
    private void magnitudes(int shift, int[] result) {
      downwards(above, middle, below, shift, smooth, difference);
      Rows.shift(smooth, 2, smoothRight2);
      Rows.shift(difference, 1, right);
      Rows.shift(difference, 2, right2);
      along(smooth, smoothRight2, difference, right, right2, result);
    }
  }

  private static void downwards(
      int[] a, int[] b, int[] c, int shift, int[] smooth, int[] difference) {
    int bias = Lanes.both(BIAS);
    for (int i = 0; i < a.length; i++) {
      int above = Lanes.redBlue(a[i] >>> shift);
      int below = Lanes.redBlue(c[i] >>> shift);
      smooth[i] = above + 2 * Lanes.redBlue(b[i] >>> shift) + below;
      difference[i] = below + bias - above;
    }
  }

  private static void along(int[] s0, int[] s2, int[] d0, int[] d1, int[] d2, int[] result) {
    int bias = Lanes.both(BIAS4);
    for (int i = 0; i < s0.length; i++) {
      int gx = s2[i] + bias - s0[i];
      int gy = d0[i] + 2 * d1[i] + d2[i];
      int high = Math.abs((gx >>> 16) - BIAS4) + Math.abs((gy >>> 16) - BIAS4);
      int low = Math.abs((gx & 0xFFFF) - BIAS4) + Math.abs((gy & 0xFFFF) - BIAS4);
      result[i] = Math.min(high, 255) << 16 | Math.min(low, 255);
    }
  }

  private static void join(int[] redBlue, int[] green, int[] pixels) {
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = pixels[i] & 0xFF000000 | redBlue[i] | (green[i] & 0xFF) << 8;
    }
  }
}
