package imaging.filters;

/**
 * Three box blurs in a row, together as wide as a Gaussian of the given sigma.
 *
 * <p>A box of width {@code w} has the variance {@code (w² - 1) / 12}, and variances add up. Widths are
 * odd whole numbers, so some of the three boxes are the next width below the wish and the others the
 * next above, in the mixture that comes closest (Kovesi, "Fast almost-Gaussian filtering", 2010).
 */
final class ThreeBoxes extends ImageFilter {

  private static final int PASSES = 3;

  private final BoxBlur[] boxes;

  /** As far as the three boxes reach together, in pixels. */
  private final int margin;

  private ThreeBoxes(int margin, BoxBlur... boxes) {
    this.margin = margin;
    this.boxes = boxes;
  }

  static ThreeBoxes like(double sigma) {
    double variance = 12 * sigma * sigma;
    int lower = (int) ((Math.sqrt(variance / PASSES + 1) - 1) / 2);
    int width = 2 * lower + 1; // the next odd width below the wish
    double narrow = (PASSES * (width * width + 4 * width + 3) - variance) / (4 * width + 4);
    BoxBlur[] boxes = new BoxBlur[PASSES];
    int margin = 0;
    for (int i = 0; i < PASSES; i++) {
      int radius = i < Math.round(narrow) ? lower : lower + 1;
      boxes[i] = new BoxBlur(radius);
      margin += radius;
    }
    return new ThreeBoxes(margin, boxes);
  }

  /**
   * Works on an image with a margin, so that the border is repeated once, before the first box. With
   * a border of its own for each box, pixels near the edge would be off by 20 and more.
   */
  @Override
  public void filter(Pixels source, Pixels target) {
    Pixels one = withMargin(source);
    Pixels other = new Pixels(one.width(), one.height(), new int[one.argb().length]);
    boxes[0].filter(one, other);
    boxes[1].filter(other, one);
    boxes[2].filter(one, other);
    int[] row = new int[target.width()];
    for (int y = 0; y < target.height(); y++) {
      Rows.read(other, margin, y + margin, row);
      Rows.write(row, target, 0, y, row.length);
    }
  }

  private Pixels withMargin(Pixels source) {
    int[] row = new int[source.width() + 2 * margin];
    int height = source.height() + 2 * margin;
    Pixels wide = new Pixels(row.length, height, new int[row.length * height]);
    for (int y = 0; y < height; y++) {
      Rows.read(source, -margin, y - margin, row);
      Rows.write(row, wide, 0, y, row.length);
    }
    return wide;
  }

  @Override
  public String toString() {
    return boxes[0] + "|" + boxes[1] + "|" + boxes[2];
  }
}
