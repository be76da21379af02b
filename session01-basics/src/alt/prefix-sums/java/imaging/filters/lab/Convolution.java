package imaging.filters.lab;

import imaging.filters.ImageFilter;
import imaging.filters.Pixels;

/** Copies the image into a larger one whose frame the border policy fills, then forgets about borders. */
public final class Convolution extends ImageFilter {

  private final int[] weights;
  private final int divisor;
  private final BorderPolicy border;

  public Convolution(int[] weights, int divisor, BorderPolicy border) {
    this.weights = weights.clone();
    this.divisor = divisor;
    this.border = border;
  }

  @Override
  public void filter(Pixels source, Pixels target) {
    int wide = source.width() + 2;
    int[] framed = framed(source, wide);
    for (int i = 0; i < target.argb().length; i++) {
      int corner = i / source.width() * wide + i % source.width();
      int[] sums = new int[3];
      for (int k = 0; k < 9; k++) {
        int pixel = framed[corner + k / 3 * wide + k % 3];
        sums[0] += weights[k] * (pixel & 0xFF);
        sums[1] += weights[k] * (pixel >> 8 & 0xFF);
        sums[2] += weights[k] * (pixel >> 16 & 0xFF);
      }
      int alpha = source.argb()[i] >>> 24;
      target.argb()[i] = alpha << 24 | value(sums[2]) << 16 | value(sums[1]) << 8 | value(sums[0]);
    }
  }

  private int[] framed(Pixels source, int wide) {
    int[] framed = new int[wide * (source.height() + 2)];
    for (int y = -1; y <= source.height(); y++) {
      for (int x = -1; x <= source.width(); x++) {
        int column = border.index(x, source.width());
        int row = border.index(y, source.height());
        boolean inside = column >= 0 && row >= 0;
        framed[(y + 1) * wide + x + 1] = inside ? source.argb()[row * source.width() + column] : 0;
      }
    }
    return framed;
  }

  private int value(int sum) {
    return sum <= 0 ? 0 : Math.min(255, (2 * sum + divisor) / (2 * divisor));
  }

  @Override
  public String toString() {
    return "convolution:border=" + border;
  }
}
