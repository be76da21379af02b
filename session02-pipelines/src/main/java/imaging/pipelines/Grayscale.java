package imaging.pipelines;

import imaging.filters.ImageFilter;
import imaging.filters.Pixels;

/**
 * Turns colours into their brightness: red = green = blue = luma, alpha kept.
 *
 * <p>Luma weighs the channels as the eye does (ITU-R BT.601: 0.299 red, 0.587 green, 0.114 blue).
 * The weights are whole numbers of 1/65536 and half of one is added before the shift, so the result
 * is rounded, and is the one that Pillow's {@code convert("L")} gives. Does not change its input;
 * any number of threads may use one instance.
 */
public final class Grayscale extends ImageFilter {

  private static final int RED = 19595;
  private static final int GREEN = 38470;
  private static final int BLUE = 7471;
  private static final int HALF = 1 << 15;

  @Override
  public void filter(Pixels source, Pixels target) {
    int[] from = source.argb();
    int[] to = target.argb();
    // One index, no branch, no call, ints only: C2 turns this loop into vector instructions.
    for (int i = 0; i < from.length; i++) {
      int p = from[i];
      int luma =
          (RED * (p >> 16 & 0xFF) + GREEN * (p >> 8 & 0xFF) + BLUE * (p & 0xFF) + HALF) >> 16;
      to[i] = (p & 0xFF000000) | luma << 16 | luma << 8 | luma;
    }
  }

  @Override
  public String toString() {
    return "grayscale";
  }
}
