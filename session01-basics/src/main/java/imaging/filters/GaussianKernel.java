package imaging.filters;

/**
 * The weights of a Gaussian bell, in 256ths: {@code weights[0]} for the pixel itself, {@code
 * weights[k]} for each of the two at distance {@code k}. All of them together are exactly 256, so that
 * one colour stays that colour, and 256 times 255 still fits 16 bits.
 *
 * <p>The bell ends at three sigma. Rounding each weight alone would let the errors add up; here it is
 * the sums from the far end that are rounded, so that the sum of any weights in a row is off by half a
 * 256th for each end.
 */
record GaussianKernel(int[] weights) {

  static final int ONE = 256;

  static GaussianKernel of(double sigma) {
    int radius = (int) Math.ceil(3 * sigma);
    double[] bell = new double[radius + 1];
    double total = 0;
    for (int k = radius; k >= 0; k--) {
      bell[k] = k == 0 ? 1 : Math.exp(-0.5 * k * k / (sigma * sigma));
      total += k == 0 ? bell[k] : 2 * bell[k];
    }
    int[] weights = new int[radius + 1];
    int given = 0; // 256ths given to one side so far
    double tail = 0;
    for (int k = radius; k > 0; k--) {
      tail += bell[k] / total;
      weights[k] = (int) Math.rint(tail * ONE) - given;
      given += weights[k];
    }
    weights[0] = ONE - 2 * given;
    return new GaussianKernel(weights);
  }

  int radius() {
    return weights.length - 1;
  }
}
