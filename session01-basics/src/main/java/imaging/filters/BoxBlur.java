package imaging.filters;

/**
 * Blur: each pixel becomes the mean of the square around it. Does not change its input.
 *
 * <p>All four channels are averaged independently; outside the image the nearest edge pixel counts.
 * The time does not depend on the height of the square and only a little on its width: a column sum
 * is kept for each column, and going down a row adds one pixel to it and takes one away.
 *
 * <p>Two channels travel in one {@code int} (see {@link Lanes}), 16 bits each. Up to radius 7 the
 * whole sum fits and the result is exact, rounded to nearest (equal to OpenCV's {@code blur}). Above,
 * column sums lose their lowest bits, and the result is within 1 of the exact mean.
 */
public final class BoxBlur extends ImageFilter {

  /** Up to here an image of one colour comes out unchanged in spite of the bits dropped. */
  static final int MAX_RADIUS = 90;

  private final int radius;
  private final int size;
  private final int dropped;
  private final Lanes.Division division;

  /**
   * @param radius in pixels, 0 to 90: the square is {@code 2 * radius + 1} wide and high; 0 changes
   *     nothing
   * @throws FilterArgumentException if the radius is outside that range
   */
  public BoxBlur(int radius) {
    this.radius = FilterArgumentException.requireBetween("boxblur radius", radius, 0, MAX_RADIUS);
    size = 2 * radius + 1;
    dropped = bitsToDrop(size);
    division = Lanes.Division.by(size * size / (double) (1 << dropped));
  }

  /** {@return how many low bits a column sum must lose so that {@code size} of them fit 16 bits} */
  private static int bitsToDrop(int size) {
    int bits = 0;
    while (size * (size * 255 >>> bits) + size > 0xFFFF) {
      bits++;
    }
    return bits;
  }

  @Override
  public void filter(Pixels source, Pixels target) {
    for (int x = 0; x < source.width(); x += Rows.STRIP) {
      new Strip(Math.min(Rows.STRIP, source.width() - x)).filter(source, target, x);
    }
  }

  @Override
  public String toString() {
    return "boxblur:radius=" + radius;
  }

  /** The scratch rows of one strip; {@code sums} hold red and blue, or alpha and green, of a column. */
  private final class Strip {

    private final int width;
    private final int[] entering;
    private final int[] leaving;
    private final int[] redBlue;
    private final int[] alphaGreen;
    private final int[] means;
    private final int[] redBlueSums;
    private final int[] alphaGreenSums;
    private final WindowSums windows;

    Strip(int width) {
      this.width = width;
      int padded = width + 2 * radius;
      entering = new int[padded];
      leaving = new int[padded];
      redBlue = new int[padded];
      alphaGreen = new int[padded];
      means = new int[padded];
      redBlueSums = new int[padded];
      alphaGreenSums = new int[padded];
      windows = new WindowSums(size, padded);
    }

    void filter(Pixels source, Pixels target, int x) {
      for (int y = -radius; y <= radius; y++) {
        Rows.read(source, x - radius, y, entering);
        slide(entering, leaving); // leaving is still black: nothing leaves yet
      }
      for (int y = 0; y < source.height(); y++) {
        sumWindows(redBlue, redBlueSums);
        sumWindows(alphaGreen, alphaGreenSums);
        division.join(redBlueSums, alphaGreenSums, means);
        Rows.write(means, target, x, y, width);
        Rows.read(source, x - radius, y + radius + 1, entering);
        Rows.read(source, x - radius, y - radius, leaving);
        slide(entering, leaving);
      }
    }

    // tag::slide[]
    /** Invariant: after it the column sums are those of the {@code size} rows around the next row. */
    private void slide(int[] in, int[] out) {
      for (int i = 0; i < in.length; i++) {
        redBlue[i] += Lanes.redBlue(in[i]) - Lanes.redBlue(out[i]);
        alphaGreen[i] += Lanes.alphaGreen(in[i]) - Lanes.alphaGreen(out[i]);
      }
    }

    // end::slide[]

    private void sumWindows(int[] columns, int[] sums) {
      if (dropped == 0) {
        windows.of(columns, sums);
      } else {
        Lanes.dropBits(columns, dropped, means);
        windows.of(means, sums);
      }
    }
  }
}
