package imaging.filters.lab;

import imaging.filters.ImageFilter;
import imaging.filters.Pixels;

/**
 * Lab L1.1. Stretches (factor above 1) or squeezes (below 1) red, green and blue around the middle,
 * 128. Keeps alpha. Does not change its input.
 *
 * <p>New value: {@code 128 + factor * (value - 128)}, rounded to the nearest whole number with {@link
 * Math#round(double)}, then kept within 0 and 255.
 */
public final class Contrast extends ImageFilter {

  private final double factor;

  /**
   * @param factor 0 makes everything middle grey, 1 changes nothing, 2 doubles the distance from 128
   */
  public Contrast(double factor) {
    this.factor = factor;
  }

  @Override
  public void filter(Pixels source, Pixels target) {
    int[] in = source.argb();
    int[] out = target.argb();
    for (int i = 0; i < in.length; i++) {
      int red = stretched(in[i] >>> 16 & 0xFF);
      int green = stretched(in[i] >>> 8 & 0xFF);
      int blue = stretched(in[i] & 0xFF);
      out[i] = in[i] & 0xFF000000 | red << 16 | green << 8 | blue;
    }
  }

  private int stretched(int value) {
    return Math.clamp(Math.round(128 + factor * (value - 128)), 0, 255);
  }

  @Override
  public String toString() {
    return "contrast:factor=" + factor;
  }
}
