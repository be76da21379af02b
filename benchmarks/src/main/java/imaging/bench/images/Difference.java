package imaging.bench.images;

import imaging.filters.Pixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * How far apart two results are, in levels of 0 to 255 over red, green and blue: so that nobody
 * compares the speed of two different things.
 *
 * @param mean of all pixels
 * @param max of all pixels
 * @param maxInside away from the border, where libraries follow different rules
 */
record Difference(double mean, int max, int maxInside) {

  /** As wide as the widest blur reaches. */
  private static final int BORDER = 32;

  /** Compares two image files of one size. */
  static Difference between(Path one, Path other) {
    BufferedImage a = read(one);
    BufferedImage b = read(other);
    if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) {
      throw new IllegalStateException(
          "%s and %s differ in size; correct the operation".formatted(one, other));
    }
    long sum = 0;
    int max = 0;
    int inside = 0;
    int[] ours = Pixels.of(a).argb();
    int[] theirs = Pixels.of(b).argb();
    for (int y = 0, i = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++, i++) {
        int p = ours[i];
        int q = theirs[i];
        for (int shift = 0; shift < 24; shift += 8) {
          int difference = Math.abs((p >> shift & 0xFF) - (q >> shift & 0xFF));
          sum += difference;
          max = Math.max(max, difference);
          inside = isInside(x, y, a) ? Math.max(inside, difference) : inside;
        }
      }
    }
    return new Difference(sum / (3.0 * a.getWidth() * a.getHeight()), max, inside);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f / %d / %d", mean, max, maxInside);
  }

  private static boolean isInside(int x, int y, BufferedImage image) {
    return x >= BORDER
        && y >= BORDER
        && x < image.getWidth() - BORDER
        && y < image.getHeight() - BORDER;
  }

  private static BufferedImage read(Path file) {
    try {
      return Pictures.rgb(ImageIO.read(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
