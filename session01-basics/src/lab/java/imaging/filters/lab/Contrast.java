package imaging.filters.lab;

import imaging.filters.ImageFilter;
import imaging.filters.Pixels;
import imaging.grader.Todo;

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
    throw Todo.todo("Contrast.filter");
  }

  @Override
  public String toString() {
    return "contrast:factor=" + factor;
  }
}
