package imaging.filters.lab;

/** Lab L1.2. What stands in for the pixels beside the image, which a 3x3 kernel needs at the border. */
public enum BorderPolicy {
  /** The nearest pixel of the image: {@code a|abc|c}. */
  REPLICATE,
  /** The image seen in a mirror that stands on the edge pixel, which is not repeated: {@code b|abc|b}. */
  MIRROR,
  /** Nothing: it counts as 0, {@code 0|abc|0}. */
  ZERO;

  /** What {@link #index} gives where no pixel stands in. */
  public static final int NONE = -1;

  /**
   * {@return which column (or row) to read for a position that may lie one step outside: an index
   * from 0 to {@code length - 1}, or {@link #NONE}} A position inside is returned as it is.
   *
   * @param position from -1 to {@code length}
   * @param length width (or height) of the image, at least 1; in an image one pixel wide, the only
   *     thing a mirror can show is that pixel
   */
  public int index(int position, int length) {
    if (position >= 0 && position < length) {
      return position;
    }
    return switch (this) {
      case REPLICATE -> position == -1 ? 0 : length - 1;
      case MIRROR -> length == 1 ? 0 : position == -1 ? 1 : length - 2;
      case ZERO -> NONE;
    };
  }
}
