package imaging.filters.lab;

import imaging.filters.ImageFilter;
import imaging.filters.Pixels;

/**
 * Lab L1.1. Makes each pixel white or black: white where its luma is at least {@code level}, black
 * where it is less. Keeps alpha. Does not change its input.
 *
 * <p>Luma is how bright a colour looks: {@code (299 * red + 587 * green + 114 * blue) / 1000}.
 */
public final class Threshold extends ImageFilter {

  private final int level;

  /**
   * @param level the lowest luma that becomes white, 0 (everything) to 256 (nothing)
   */
  public Threshold(int level) {
    this.level = level;
  }

  @Override
  public void filter(Pixels source, Pixels target) {
    int[] in = source.argb();
    int[] out = target.argb();
    for (int i = 0; i < in.length; i++) {
      out[i] = in[i] & 0xFF000000 | (luma(in[i]) >= level ? 0xFFFFFF : 0);
    }
  }

  private static int luma(int pixel) {
    int red = pixel >>> 16 & 0xFF;
    int green = pixel >>> 8 & 0xFF;
    int blue = pixel & 0xFF;
    return (299 * red + 587 * green + 114 * blue) / 1000;
  }

  @Override
  public String toString() {
    return "threshold:level=" + level;
  }
}
