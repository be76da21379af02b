package imaging.filters;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * The pixels of an image as one array: {@code argb[y * width + x]} is 0xAARRGGBB, colours not
 * multiplied by alpha, 8 bits a channel.
 *
 * <p>A view: it shares the array, so whoever holds it can write to the image. Not thread-safe by
 * itself; different threads may write different rows.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param argb {@code width * height} values, row by row from the top left
 */
public record Pixels(int width, int height, int[] argb) {

  public Pixels {
    if (width < 1 || height < 1 || argb.length != width * height) {
      throw new IllegalArgumentException(
          "%d x %d pixels do not fit an array of %d".formatted(width, height, argb.length));
    }
  }

  /**
   * {@return the pixels of an image, shared where it is TYPE_INT_ARGB or TYPE_INT_RGB, else a
   * converted copy; opaque images get alpha 255 only in the copy}
   */
  public static Pixels of(BufferedImage image) {
    BufferedImage direct = hasIntPixels(image) ? image : converted(image);
    int[] data = ((DataBufferInt) direct.getRaster().getDataBuffer()).getData();
    return new Pixels(direct.getWidth(), direct.getHeight(), data);
  }

  /** {@return an image with an array of its own: TYPE_INT_ARGB if the model has alpha, else TYPE_INT_RGB} */
  public static BufferedImage blankLike(BufferedImage model) {
    return new BufferedImage(model.getWidth(), model.getHeight(), intType(model));
  }

  private static boolean hasIntPixels(BufferedImage image) {
    boolean known =
        image.getType() == BufferedImage.TYPE_INT_ARGB
            || image.getType() == BufferedImage.TYPE_INT_RGB;
    // A sub-image shares the array of its parent: its rows are not contiguous, so it is copied.
    return known
        && image.getRaster().getDataBuffer().getSize() == image.getWidth() * image.getHeight();
  }

  private static BufferedImage converted(BufferedImage image) {
    BufferedImage copy = blankLike(image);
    Graphics2D graphics = copy.createGraphics();
    graphics.setComposite(AlphaComposite.Src);
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return copy;
  }

  private static int intType(BufferedImage image) {
    return image.getColorModel().hasAlpha()
        ? BufferedImage.TYPE_INT_ARGB
        : BufferedImage.TYPE_INT_RGB;
  }
}
