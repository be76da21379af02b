package imaging.filters;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * From an image to the bytes of a file. JPEG has no transparency: what shines through becomes
 * white. Its quality is 0.9 unless said otherwise.
 */
final class ImageEncoder {

  static final double DEFAULT_QUALITY = 0.9;

  private ImageEncoder() {}

  /** {@return the ending of a file's name in small letters, one of those that can be written} */
  static String formatOf(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString();
    int dot = name.lastIndexOf('.');
    String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
    if (dot < 0 || !isKnown(ending)) {
      throw new ImagingException(
          "%s cannot be written in that format; end its name with .png, .jpg or .jpeg"
              .formatted(file));
    }
    return ending;
  }

  private static boolean isKnown(String format) {
    return switch (format) {
      case "png", "jpg", "jpeg" -> true;
      default -> false;
    };
  }

  static byte[] encode(BufferedImage image, String format, double quality, JpegCodec codec) {
    String known = format.toLowerCase(Locale.ROOT);
    if (!isKnown(known)) {
      throw new ImagingException(
          "The format %s cannot be written; use png, jpg or jpeg".formatted(format));
    }
    if (!(quality > 0 && quality <= 1)) {
      throw new ImagingException(
          "The JPEG quality is %s; give a number above 0 up to 1".formatted(quality));
    }
    if (known.equals("png")) {
      return png(image);
    }
    return codec.encode(opaque(image), Math.max(1, (int) Math.round(quality * 100)));
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(file)) {
      if (!ImageIO.write(image, "png", stream)) {
        throw new ImagingException(
            "An image of type %d cannot be written as PNG; convert it first"
                .formatted(image.getType()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory only: nothing that could fail
    }
    return file.toByteArray();
  }

  private static Pixels opaque(BufferedImage image) {
    Pixels pixels = Pixels.of(image);
    if (!image.getColorModel().hasAlpha()) {
      return pixels;
    }
    int[] flat = new int[pixels.argb().length];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = onWhite(pixels.argb()[i]);
    }
    return new Pixels(pixels.width(), pixels.height(), flat);
  }

  private static int onWhite(int argb) {
    int alpha = argb >>> 24;
    int white = 255 * (255 - alpha) + 127; // 127: round to the nearest
    int red = ((argb >> 16 & 0xFF) * alpha + white) / 255;
    int green = ((argb >> 8 & 0xFF) * alpha + white) / 255;
    int blue = ((argb & 0xFF) * alpha + white) / 255;
    return 0xFF000000 | red << 16 | green << 8 | blue;
  }
}
