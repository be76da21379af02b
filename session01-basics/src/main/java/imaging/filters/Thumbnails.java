package imaging.filters;

import java.awt.image.BufferedImage;

/** Small copies of images, each pixel the mean of the area that it replaces. */
public final class Thumbnails {

  private Thumbnails() {}

  /**
   * {@return a copy that fits into the given size, its proportions kept; never larger than the
   * image} Does not change its input.
   *
   * @param maxWidth in pixels, at least 1
   * @param maxHeight in pixels, at least 1
   */
  public static BufferedImage fit(BufferedImage image, int maxWidth, int maxHeight) {
    double scale =
        Math.min(
            1,
            Math.min((double) maxWidth / image.getWidth(), (double) maxHeight / image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    boolean alpha = image.getColorModel().hasAlpha();
    BufferedImage small =
        new BufferedImage(
            width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    shrink(Pixels.of(image), Pixels.of(small), alpha);
    return small;
  }

  private static void shrink(Pixels source, Pixels target, boolean alpha) {
    for (int y = 0; y < target.height(); y++) {
      int top = start(y, source.height(), target.height());
      int bottom = start(y + 1, source.height(), target.height());
      for (int x = 0; x < target.width(); x++) {
        int left = start(x, source.width(), target.width());
        int right = start(x + 1, source.width(), target.width());
        target.argb()[y * target.width() + x] = mean(source, left, top, right, bottom, alpha);
      }
    }
  }

  private static int start(int index, int sourceLength, int targetLength) {
    return (int) ((long) index * sourceLength / targetLength);
  }

  /** Colours count by their opacity: what cannot be seen has no colour. */
  private static int mean(Pixels source, int left, int top, int right, int bottom, boolean alpha) {
    long opacity = 0;
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int y = top; y < bottom; y++) {
      for (int at = y * source.width() + left; at < y * source.width() + right; at++) {
        int pixel = source.argb()[at];
        int weight = alpha ? pixel >>> 24 : 255;
        opacity += weight;
        red += (long) weight * (pixel >> 16 & 0xFF);
        green += (long) weight * (pixel >> 8 & 0xFF);
        blue += (long) weight * (pixel & 0xFF);
      }
    }
    if (opacity == 0) {
      return 0;
    }
    long count = (long) (right - left) * (bottom - top);
    return rounded(opacity, count) << 24
        | rounded(red, opacity) << 16
        | rounded(green, opacity) << 8
        | rounded(blue, opacity);
  }

  private static int rounded(long sum, long count) {
    return (int) ((sum + count / 2) / count);
  }
}
