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

  /** The scratch rows of one strip. */
  private static final class Strip {

    private final int width;
    private final int[] above;
    private final int[] middle;
    private final int[] below;
    private final int[] smooth;
    private final int[] difference;
    private final int[] pixels;

    Strip(int width) {
      this.width = width;
      int padded = width + 2;
      above = new int[padded];
      middle = new int[padded];
      below = new int[padded];
      smooth = new int[padded];
      difference = new int[padded];
      pixels = new int[padded];
    }

    void filter(Pixels source, Pixels target, int x) {
      for (int y = 0; y < source.height(); y++) {
        Rows.read(source, x - 1, y - 1, above);
        Rows.read(source, x - 1, y, middle);
        Rows.read(source, x - 1, y + 1, below);
        Rows.shift(middle, 1, pixels);
        keepAlpha(pixels);
        addMagnitudes(16);
        addMagnitudes(8);
        addMagnitudes(0);
        Rows.write(pixels, target, x, y, width);
      }
    }

    /** For the channel that stands {@code shift} bits to the left in a pixel. */
    private void addMagnitudes(int shift) {
      downwards(above, middle, below, shift, smooth, difference);
      along(smooth, difference, shift, pixels);
    }
  }

  private static void keepAlpha(int[] pixels) {
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] &= 0xFF000000;
    }
  }

  private static void downwards(
      int[] a, int[] b, int[] c, int shift, int[] smooth, int[] difference) {
    for (int i = 0; i < a.length; i++) {
      int above = a[i] >>> shift & 0xFF;
      int below = c[i] >>> shift & 0xFF;
      smooth[i] = above + 2 * (b[i] >>> shift & 0xFF) + below;
      difference[i] = below - above;
    }
  }

  private static void along(int[] smooth, int[] difference, int shift, int[] pixels) {
    for (int i = 0; i < pixels.length - 2; i++) {
      int gx = Math.abs(smooth[i + 2] - smooth[i]);
      int gy = Math.abs(difference[i] + 2 * difference[i + 1] + difference[i + 2]);
      pixels[i] |= Math.min(gx + gy, 255) << shift;
    }
  }
}
