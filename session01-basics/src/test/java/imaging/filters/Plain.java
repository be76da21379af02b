package imaging.filters;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/** The filters as one would write them down: slow, one pixel and one channel at a time, plainly right. */
final class Plain {

  /** Computes red, green or blue of one pixel from the values of that channel around it. */
  interface Formula {
    double at(IntBinaryOperator value, int x, int y);
  }

  private Plain() {}

  static Pixels box(Pixels source, int radius) {
    double[] weights = new double[2 * radius + 1];
    Arrays.fill(weights, 1.0 / weights.length);
    return separable(source, weights);
  }

  static Pixels gaussian(Pixels source, double sigma) {
    int radius = (int) Math.ceil(6 * sigma);
    double[] weights = new double[2 * radius + 1];
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      double distance = i - radius;
      weights[i] = distance == 0 ? 1 : Math.exp(-distance * distance / (2 * sigma * sigma));
      total += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= total;
    }
    return separable(source, weights);
  }

  static Pixels edges(Pixels source) {
    return eachColour(
        source,
        (value, x, y) -> {
          int sum = 9 * value.applyAsInt(x, y);
          for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
              sum -= value.applyAsInt(x + dx, y + dy);
            }
          }
          return sum;
        });
  }

  static Pixels sobel(Pixels source) {
    return eachColour(
        source,
        (value, x, y) -> {
          int gx = 0;
          int gy = 0;
          for (int d = -1; d <= 1; d++) {
            int weight = d == 0 ? 2 : 1;
            gx += weight * (value.applyAsInt(x + 1, y + d) - value.applyAsInt(x - 1, y + d));
            gy += weight * (value.applyAsInt(x + d, y + 1) - value.applyAsInt(x + d, y - 1));
          }
          return Math.abs(gx) + Math.abs(gy);
        });
  }

  static Pixels brightness(Pixels source, double factor) {
    return eachColour(source, (value, x, y) -> Math.floor(value.applyAsInt(x, y) * factor + 1e-9));
  }

  private static Pixels separable(Pixels source, double[] weights) {
    int radius = weights.length / 2;
    double[][] down = new double[4][source.argb().length];
    for (int channel = 0; channel < 4; channel++) {
      IntBinaryOperator value = channel(source, 8 * channel);
      for (int i = 0; i < source.argb().length; i++) {
        for (int k = -radius; k <= radius; k++) {
          down[channel][i] +=
              weights[k + radius] * value.applyAsInt(i % source.width(), i / source.width() + k);
        }
      }
    }
    int[] result = new int[source.argb().length];
    for (int channel = 0; channel < 4; channel++) {
      for (int i = 0; i < result.length; i++) {
        double sum = 0;
        int row = i / source.width() * source.width();
        for (int k = -radius; k <= radius; k++) {
          int x = Math.clamp(i % source.width() + k, 0, source.width() - 1);
          sum += weights[k + radius] * down[channel][row + x];
        }
        result[i] |= (int) Math.rint(sum) << 8 * channel;
      }
    }
    return new Pixels(source.width(), source.height(), result);
  }

  private static Pixels eachColour(Pixels source, Formula change) {
    int[] result = new int[source.argb().length];
    for (int shift = 0; shift < 32; shift += 8) {
      IntBinaryOperator value = channel(source, shift);
      for (int i = 0; i < result.length; i++) {
        int x = i % source.width();
        int y = i / source.width();
        double found = shift == 24 ? value.applyAsInt(x, y) : change.at(value, x, y);
        result[i] |= Math.clamp((int) found, 0, 255) << shift;
      }
    }
    return new Pixels(source.width(), source.height(), result);
  }

  /** {@return the values of a channel, also beside the image: those of the nearest edge pixel} */
  private static IntBinaryOperator channel(Pixels image, int shift) {
    return (x, y) -> {
      int column = Math.clamp(x, 0, image.width() - 1);
      int row = Math.clamp(y, 0, image.height() - 1);
      return image.argb()[row * image.width() + column] >>> shift & 0xFF;
    };
  }
}
