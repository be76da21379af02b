package imaging.filters;

/** A filter was asked for with a number outside its range; the message has both. */
public final class FilterArgumentException extends ImagingException {

  private FilterArgumentException(String message) {
    super(message);
  }

  /**
   * {@return the value, if it lies in the range, ends included}
   *
   * @param what filter and argument, such as {@code "boxblur radius"}
   * @throws FilterArgumentException if it does not
   */
  static int requireBetween(String what, int value, int min, int max) {
    if (value < min || value > max) {
      throw new FilterArgumentException(
          "%s must be from %d to %d, but was %d".formatted(what, min, max, value));
    }
    return value;
  }

  /** {@return the value, if it is a number in the range, ends included} */
  static double requireBetween(String what, double value, double min, double max) {
    if (!(value >= min && value <= max)) { // written so that NaN is refused too
      throw new FilterArgumentException(
          "%s must be from %s to %s, but was %s"
              .formatted(what, plain(min), plain(max), plain(value)));
    }
    return value;
  }

  /** {@return 2 for 2.0 and 2.5 for 2.5, as a person would write it} */
  static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
