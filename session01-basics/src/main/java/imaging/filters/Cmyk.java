package imaging.filters;

/**
 * Ink to light, as Pillow computes it: without a colour profile. JPEG files store ink inverted (255
 * is no ink), a habit of Photoshop that all programs have taken over.
 *
 * <p>The samples come packed in an int each pixel: first channel in bits 0 to 7, black in 24 to 31.
 */
final class Cmyk {

  private Cmyk() {}

  /** Replaces the samples by 0xFFRRGGBB. */
  static void toRgb(int[] samples, boolean ycck) {
    for (int i = 0; i < samples.length; i++) {
      int sample = ycck ? inkOf(samples[i]) : samples[i];
      int white = sample >>> 24; // 255 minus black
      int red = light(255 - (sample & 0xFF), white);
      int green = light(255 - (sample >> 8 & 0xFF), white);
      int blue = light(255 - (sample >> 16 & 0xFF), white);
      samples[i] = 0xFF000000 | red << 16 | green << 8 | blue;
    }
  }

  private static int light(int ink, int white) {
    int product = ink * white + 128;
    return Math.clamp(white - ((product + (product >> 8)) >> 8), 0, 255);
  }

  /** YCbCr of the inks to inks, in the fixed-point arithmetic of the JPEG library. */
  private static int inkOf(int ycck) {
    int luma = ycck & 0xFF;
    int cb = (ycck >> 8 & 0xFF) - 128;
    int cr = (ycck >> 16 & 0xFF) - 128;
    int cyan = 255 - (luma + ((91_881 * cr + 32_768) >> 16));
    int magenta = 255 - (luma + ((-22_554 * cb - 46_802 * cr + 32_768) >> 16));
    int yellow = 255 - (luma + ((116_130 * cb + 32_768) >> 16));
    return (ycck & 0xFF000000) | clamp(yellow) << 16 | clamp(magenta) << 8 | clamp(cyan);
  }

  private static int clamp(int value) {
    return Math.clamp(value, 0, 255);
  }
}
