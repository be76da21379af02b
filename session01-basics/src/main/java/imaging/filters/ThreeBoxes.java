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

  private ThreeBoxes(BoxBlur... boxes) {
    this.boxes = boxes;
  }

  static ThreeBoxes like(double sigma) {
    double wish = Math.sqrt(12 * sigma * sigma / PASSES + 1);
    int lower = (int) ((wish - 1) / 2); // radius of the next odd width below the wish
    int width = 2 * lower + 1;
    double variance = 12 * sigma * sigma;
    double narrow =
        (variance - PASSES * (width * width + 4 * width + 3)) / (-4 * width - 4);
    BoxBlur[] boxes = new BoxBlur[PASSES];
    for (int i = 0; i < PASSES; i++) {
      boxes[i] = new BoxBlur(i < Math.round(narrow) ? lower : lower + 1);
    }
    return new ThreeBoxes(boxes);
  }

  @Override
  public void filter(Pixels source, Pixels target) {
    Pixels between = new Pixels(source.width(), source.height(), new int[source.argb().length]);
    boxes[0].filter(source, target);
    boxes[1].filter(target, between);
    boxes[2].filter(between, target);
  }

  @Override
  public String toString() {
    return boxes[0] + "|" + boxes[1] + "|" + boxes[2];
  }
}
