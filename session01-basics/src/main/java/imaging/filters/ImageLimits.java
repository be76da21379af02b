package imaging.filters;

/**
 * How large an image may be. A file of a few bytes can claim to hold 60,000 x 60,000 pixels (a
 * decompression bomb), so the claim is checked before any memory is asked for.
 *
 * @param maxPixels width times height, at least 1
 */
public record ImageLimits(long maxPixels) {

  /** The system property that replaces the default of 100 million pixels. */
  public static final String PROPERTY = "imaging.maxPixels";

  private static final long DEFAULT_MAX_PIXELS = 100_000_000L;

  public ImageLimits {
    if (maxPixels < 1) {
      throw new ImagingException(
          "The limit of pixels is %d; give a number of at least 1".formatted(maxPixels));
    }
  }

  /** {@return the limit that the system property {@value #PROPERTY} sets, else 100 million pixels} */
  public static ImageLimits defaults() {
    String value = System.getProperty(PROPERTY);
    if (value == null) {
      return new ImageLimits(DEFAULT_MAX_PIXELS);
    }
    try {
      return new ImageLimits(Long.parseLong(value.strip()));
    } catch (NumberFormatException e) {
      throw new ImagingException(
          "-D%s=%s is not a whole number; give one such as 100000000".formatted(PROPERTY, value),
          e);
    }
  }

  /** {@return the most bytes a file may have: 8 a pixel is more than any format here needs} */
  long maxBytes() {
    return Math.min(Integer.MAX_VALUE - 64, maxPixels * 8 + 1_000_000);
  }

  void check(long width, long height) throws BrokenFileException {
    if (width < 1 || height < 1) {
      throw BrokenFileException.damaged("it claims %d x %d pixels".formatted(width, height));
    }
    long pixels = width * height;
    if (pixels > maxPixels || pixels > Integer.MAX_VALUE - 64) {
      throw tooLarge(width, height, "the limit is %,d pixels".formatted(maxPixels));
    }
    // The decoder's own buffer and the result exist at the same time.
    if (pixels * 8 > Runtime.getRuntime().maxMemory()) {
      throw tooLarge(width, height, "this JVM has not enough memory for it");
    }
  }

  static BrokenFileException tooLarge(long width, long height, String why) {
    return new BrokenFileException(
        UnreadableImageException.Reason.TOO_LARGE,
        "has %,d x %,d pixels and %s; make it smaller or raise -D%s or -Xmx"
            .formatted(width, height, why, PROPERTY));
  }
}
