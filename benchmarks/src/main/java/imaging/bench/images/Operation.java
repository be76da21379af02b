package imaging.bench.images;

/**
 * What is measured, with the ratios that the course wants to reach: its time divided by Pillow's,
 * and by OpenCV's on one thread. {@code NaN} where there is no target.
 */
public enum Operation {
  GRAYSCALE("grayscale", 1.25, 1.5),
  BRIGHTNESS("brightness 1.5", 0.10, 0.7),
  GAUSSIAN_2("Gaussian blur, sigma 2", 0.13, 1.0),
  GAUSSIAN_10("Gaussian blur, sigma 10", 0.40, 0.8),
  BOX_2("box blur, radius 2", 0.14, 1.5),
  BOX_10("box blur, radius 10", 0.27, 1.2),
  EDGES("edges", 0.07, 0.8),
  SOBEL("Sobel magnitude", Double.NaN, 0.75),
  SHRINK("shrink to 25 %", 1.8, 1.25),
  DECODE("JPEG decode", Double.NaN, Double.NaN),
  ENCODE("JPEG encode, quality 85", Double.NaN, Double.NaN),
  /** Decode, grayscale, Gaussian blur of sigma 2, edges, encode. */
  PIPELINE("whole pipeline", Double.NaN, Double.NaN);

  private final String label;
  private final double pillowTarget;
  private final double openCvTarget;

  Operation(String label, double pillowTarget, double openCvTarget) {
    this.label = label;
    this.pillowTarget = pillowTarget;
    this.openCvTarget = openCvTarget;
  }

  String label() {
    return label;
  }

  double pillowTarget() {
    return pillowTarget;
  }

  double openCvTarget() {
    return openCvTarget;
  }

  /** {@return whether it changes pixels only, so that a result image can be used again} */
  boolean isFilter() {
    return ordinal() < SHRINK.ordinal();
  }

  /** {@return whether the choice of the JPEG codec matters} */
  boolean usesJpeg() {
    return ordinal() >= DECODE.ordinal();
  }
}
