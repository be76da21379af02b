package imaging.filters;

import imaging.filters.UnreadableImageException.Reason;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads and writes image files.
 *
 * <p>Reads JPEG, PNG, GIF (first frame), BMP and WebP, told apart by their bytes; the result is
 * always TYPE_INT_ARGB (files with alpha) or TYPE_INT_RGB, upright as EXIF asks for. Colour
 * profiles are not applied. Writes JPEG and PNG. May be used by any number of threads at once.
 */
public final class Images {

  private Images() {}

  /**
   * {@return the image in a file}
   *
   * @throws UnreadableImageException for whatever is wrong with the file, with its reason
   */
  public static BufferedImage read(Path file) {
    return read(file, ImageLimits.defaults());
  }

  /**
   * {@return the image in a file, if it is not larger than {@code limits}}
   *
   * @throws UnreadableImageException for whatever is wrong with the file, with its reason
   */
  public static BufferedImage read(Path file, ImageLimits limits) {
    try {
      return new ImageDecoder(JpegCodecs.chosen(), limits).decode(bytes(file, limits));
    } catch (BrokenFileException e) {
      throw unreadable(file.toString(), e);
    } catch (OutOfMemoryError e) {
      throw outOfMemory(file.toString(), e);
    }
  }

  /**
   * {@return the image in the bytes of a file}
   *
   * @param name what the bytes are called in the message of an error
   * @throws UnreadableImageException for whatever is wrong with the bytes, with its reason
   */
  public static BufferedImage read(byte[] bytes, String name) {
    return read(bytes, name, ImageLimits.defaults());
  }

  /**
   * {@return the image in the bytes of a file, if it is not larger than {@code limits}}
   *
   * @param name what the bytes are called in the message of an error
   * @throws UnreadableImageException for whatever is wrong with the bytes, with its reason
   */
  public static BufferedImage read(byte[] bytes, String name, ImageLimits limits) {
    return read(bytes, name, limits, JpegCodecs.chosen());
  }

  static BufferedImage read(byte[] bytes, String name, ImageLimits limits, JpegCodec codec) {
    try {
      return new ImageDecoder(codec, limits).decode(bytes);
    } catch (BrokenFileException e) {
      throw unreadable(name, e);
    } catch (OutOfMemoryError e) {
      throw outOfMemory(name, e);
    }
  }

  /**
   * {@return what a file says of itself} Decodes nothing: for a server that must decide at once
   * whether to keep what a stranger sent. Damage in the pixels themselves may stay unnoticed.
   *
   * @param name what the bytes are called in the message of an error
   * @throws UnreadableImageException for what is wrong with the bytes, with its reason
   */
  public static ImageInfo inspect(byte[] bytes, String name, ImageLimits limits) {
    try {
      return new ImageDecoder(JpegCodecs.chosen(), limits).inspect(bytes);
    } catch (BrokenFileException e) {
      throw unreadable(name, e);
    }
  }

  /**
   * Writes an image; the name's ending says the format: .png, .jpg or .jpeg (quality 90, see {@link
   * ImageEncoder}). Other programs see the old file or the whole new one, never a half. Does not
   * change the image.
   *
   * @throws ImagingException for an unknown ending, or if the file cannot be written
   */
  public static void write(BufferedImage image, Path file) {
    byte[] bytes = encode(image, ImageEncoder.formatOf(file));
    AtomicFile.write(file, bytes);
  }

  /**
   * {@return the bytes of an image file} Does not change the image.
   *
   * @param format {@code png}, {@code jpg} or {@code jpeg}
   * @throws ImagingException for another format
   */
  public static byte[] encode(BufferedImage image, String format) {
    return encode(image, format, ImageEncoder.DEFAULT_QUALITY);
  }

  /**
   * {@return the bytes of an image file} Does not change the image.
   *
   * @param format {@code png}, {@code jpg} or {@code jpeg}
   * @param quality of JPEG, above 0 up to 1
   * @throws ImagingException for another format or quality
   */
  public static byte[] encode(BufferedImage image, String format, double quality) {
    return ImageEncoder.encode(image, format, quality, JpegCodecs.chosen());
  }

  /** {@return which JPEG library is in use, for people to read} */
  public static String codecName() {
    return JpegCodecs.chosen().name();
  }

  private static byte[] bytes(Path file, ImageLimits limits) throws BrokenFileException {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new BrokenFileException(
            Reason.NOT_A_FILE, "is a folder or device, not a file; name an image in it");
      }
      if (Files.size(file) > limits.maxBytes()) {
        throw new BrokenFileException(
            Reason.TOO_LARGE,
            "has %,d bytes, more than an image within the limit; raise -D%s if it is one"
                .formatted(Files.size(file), ImageLimits.PROPERTY));
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new BrokenFileException(Reason.MISSING, "does not exist; check the path", e);
    } catch (AccessDeniedException e) {
      throw new BrokenFileException(
          Reason.NO_PERMISSION, "may not be read by this user; change its permissions", e);
    } catch (IOException e) {
      throw new BrokenFileException(
          Reason.IO, "could not be read (" + e.getMessage() + "); check the disk", e);
    }
  }

  private static UnreadableImageException unreadable(String name, BrokenFileException e) {
    return new UnreadableImageException(e.reason(), name + " " + e.getMessage(), e);
  }

  private static UnreadableImageException outOfMemory(String name, OutOfMemoryError e) {
    return new UnreadableImageException(
        Reason.TOO_LARGE, name + " does not fit in memory; raise -Xmx or make it smaller", e);
  }
}
