package imaging.filters;

/**
 * Two channels in one {@code int}: 16 bits for each, so that one addition serves both.
 *
 * <pre>
 *   pixel        AAAAAAAA RRRRRRRR GGGGGGGG BBBBBBBB
 *   redBlue      00000000 RRRRRRRR 00000000 BBBBBBBB
 *   alphaGreen   00000000 AAAAAAAA 00000000 GGGGGGGG
 * </pre>
 *
 * <p>The 8 free bits above each channel hold what a sum grows by: up to 257 values of 255. As long as
 * neither lane exceeds 65535 or falls below 0, nothing spills into the other.
 */
final class Lanes {

  private static final int BYTES = 0x00FF00FF;

  private Lanes() {}

  static int redBlue(int pixel) {
    return pixel & BYTES;
  }

  static int alphaGreen(int pixel) {
    return pixel >>> 8 & BYTES;
  }

  /** {@return the pixel of two pairs of channels, each of them from 0 to 255} */
  static int join(int redBlue, int alphaGreen) {
    return alphaGreen << 8 | redBlue;
  }

  /** {@return the same number in both lanes} */
  static int both(int value) {
    return value << 16 | value;
  }

  /** Divides both lanes by {@code 2^bits}, rounded to nearest. */
  static void dropBits(int[] row, int bits, int[] result) {
    int half = both(1 << bits >>> 1);
    int kept = both(0xFFFF >>> bits);
    for (int i = 0; i < row.length; i++) {
      result[i] = ((row[i] + half) >>> bits) & kept;
    }
  }

  /**
   * Division of 16-bit numbers by a constant, rounded to nearest, as a multiplication and a shift:
   * {@code x / d = x * (2^shift / d) / 2^shift}. The processor divides one pair of numbers at a time,
   * slowly, but multiplies a whole vector. Exact for the odd squares up to 15², a test tries all sums.
   *
   * @param half of the divisor, added first, so that cutting off afterwards rounds
   * @param factor {@code 2^shift / d}, rounded up; 16 bits, so that the product fits 32 (unsigned)
   * @param shift as large as that allows
   */
  record Division(int half, int factor, int shift) {

    static Division by(double divisor) {
      int shift = 16 + Math.getExponent(divisor);
      return new Division((int) (divisor / 2), (int) Math.ceil((1L << shift) / divisor), shift);
    }

    int of(int dividend) {
      return ((dividend + half) * factor) >>> shift;
    }

    /** Divides all four lanes and puts them together as pixels. */
    void join(int[] redBlue, int[] alphaGreen, int[] pixels) {
      int half = this.half; // locals, or the loop would read the fields again for each pixel
      int factor = this.factor;
      int shift = this.shift;
      for (int i = 0; i < pixels.length; i++) {
        int blue = (((redBlue[i] & 0xFFFF) + half) * factor) >>> shift;
        int red = (((redBlue[i] >>> 16) + half) * factor) >>> shift;
        int green = (((alphaGreen[i] & 0xFFFF) + half) * factor) >>> shift;
        int alpha = (((alphaGreen[i] >>> 16) + half) * factor) >>> shift;
        pixels[i] = alpha << 24 | red << 16 | green << 8 | blue;
      }
    }
  }
}
