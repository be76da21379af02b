package imaging.filters;

/**
 * Finds edges: 8 times the pixel less its 8 neighbours, cut to 0..255, for red, green and blue. Keeps
 * alpha. Does not change its input.
 *
 * <pre>
 *   -1 -1 -1
 *   -1  8 -1      the kernel of Pillow's FIND_EDGES
 *   -1 -1 -1
 * </pre>
 *
 * <p>Inside the image the result equals Pillow's. At the border Pillow copies the input, which leaves
 * a bright frame; here the nearest edge pixel stands for the neighbours that are missing, as in {@link
 * BoxBlur}.
 */
public final class Edges extends ImageFilter {

  /** Keeps both lanes above 0 while the difference, -2040 to 2040, is formed. */
  private static final int BIAS = 2048;

  @Override
  public void filter(Pixels source, Pixels target) {
    for (int x = 0; x < source.width(); x += Rows.STRIP) {
      filterStrip(source, target, x, Math.min(Rows.STRIP, source.width() - x));
    }
  }

  @Override
  public String toString() {
    return "edges";
  }

  private static void filterStrip(Pixels source, Pixels target, int x, int width) {
    int padded = width + 2;
    int[] above = new int[padded];
    int[] middle = new int[padded];
    int[] below = new int[padded];
    int[] redBlue = new int[padded];
    int[] green = new int[padded];
    int[] redBlueNine = new int[width];
    int[] greenNine = new int[width];
    int[] centres = new int[width];
    Rows.read(source, x - 1, 0, middle);
    Rows.read(source, x - 1, 0, below);
    for (int y = 0; y < source.height(); y++) {
      int[] free = above;
      above = middle;
      middle = below;
      below = free;
      Rows.read(source, x - 1, y + 1, below);
      sumColumns(above, middle, below, redBlue, green);
      sumRows(redBlue, redBlueNine);
      sumRows(green, greenNine);
      Rows.shift(middle, 1, centres);
      subtract(redBlueNine, greenNine, centres);
      Rows.write(centres, target, x, y, width);
    }
  }

  private static void sumColumns(int[] a, int[] b, int[] c, int[] redBlue, int[] green) {
    for (int i = 0; i < a.length; i++) {
      redBlue[i] = Lanes.redBlue(a[i]) + Lanes.redBlue(b[i]) + Lanes.redBlue(c[i]);
      green[i] = (a[i] >>> 8 & 0xFF) + (b[i] >>> 8 & 0xFF) + (c[i] >>> 8 & 0xFF);
    }
  }

  private static void sumRows(int[] columns, int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = columns[i] + columns[i + 1] + columns[i + 2];
    }
  }

  /** 8 times the centre less its neighbours is 9 times the centre less all nine. */
  private static void subtract(int[] redBlueNine, int[] greenNine, int[] centres) {
    int bias = Lanes.both(BIAS);
    for (int i = 0; i < centres.length; i++) {
      int centre = centres[i];
      int redBlue = 9 * Lanes.redBlue(centre) + bias - redBlueNine[i];
      int red = toByte((redBlue >>> 16) - BIAS);
      int green = toByte(9 * (centre >>> 8 & 0xFF) - greenNine[i]);
      int blue = toByte((redBlue & 0xFFFF) - BIAS);
      centres[i] = (centre & 0xFF000000) | red << 16 | green << 8 | blue;
    }
  }

  private static int toByte(int value) {
    return Math.max(0, Math.min(255, value));
  }
}
