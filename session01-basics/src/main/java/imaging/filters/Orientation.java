package imaging.filters;

/** Turns and mirrors pixels as EXIF asks for, so that a photograph stands upright. */
final class Orientation {

  private Orientation() {}

  /**
   * {@return the pixels as they are to be seen} Does not change its input; orientation 1 gives the
   * input itself.
   *
   * @param orientation 1 to 8, as EXIF numbers them: 3 is upside down, 6 needs a quarter turn
   *     clockwise, 8 one the other way; 2, 4, 5 and 7 are mirrored
   */
  static Pixels upright(Pixels stored, int orientation) {
    if (orientation == 1) {
      return stored;
    }
    boolean swapped = orientation >= 5;
    int width = swapped ? stored.height() : stored.width();
    int height = swapped ? stored.width() : stored.height();
    int[] result = new int[stored.argb().length];
    for (int y = 0; y < height; y++) {
      int from = source(stored, orientation, 0, y);
      int step = width > 1 ? source(stored, orientation, 1, y) - from : 0;
      for (int x = 0; x < width; x++) {
        result[y * width + x] = stored.argb()[from + x * step];
      }
    }
    return new Pixels(width, height, result);
  }

  /** Where the pixel at (x, y) of the upright picture stands in the stored array. */
  private static int source(Pixels stored, int orientation, int x, int y) {
    int right = stored.width() - 1;
    int bottom = stored.height() - 1;
    return switch (orientation) {
      case 2 -> at(stored, right - x, y);
      case 3 -> at(stored, right - x, bottom - y);
      case 4 -> at(stored, x, bottom - y);
      case 5 -> at(stored, y, x);
      case 6 -> at(stored, y, bottom - x);
      case 7 -> at(stored, right - y, bottom - x);
      case 8 -> at(stored, right - y, x);
      default -> throw new IllegalArgumentException("orientation " + orientation);
    };
  }

  private static int at(Pixels stored, int x, int y) {
    return y * stored.width() + x;
  }
}
