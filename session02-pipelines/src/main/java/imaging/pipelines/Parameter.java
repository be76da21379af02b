package imaging.pipelines;

import java.math.BigDecimal;

/** What a filter wants to be told: a name, a type and a range. Both ends of a range are allowed. */
public sealed interface Parameter {

  /** {@return the name that stands before the equals sign} */
  String name();

  /** {@return the value written in {@code text}, or an infinite or NaN one if it is none} */
  double valueOf(String text);

  /** {@return whether the value may be used} False for NaN. */
  boolean allows(double value);

  /** {@return what may be written, such as {@code a whole number from 0 to 100}} */
  String range();

  /** A whole number, such as a radius in pixels. */
  record Whole(String name, int min, int max) implements Parameter {

    public Whole {
      FilterDefinition.checkName(name);
    }

    @Override
    public double valueOf(String text) {
      return text.matches("-?[0-9]{1,9}") ? Integer.parseInt(text) : Double.NaN;
    }

    @Override
    public boolean allows(double value) {
      return value >= min && value <= max;
    }

    @Override
    public String range() {
      return "a whole number from %d to %d".formatted(min, max);
    }
  }

  /** A number with or without a fraction, such as a factor. The point is a point in all countries. */
  record Decimal(String name, double min, double max) implements Parameter {

    public Decimal {
      FilterDefinition.checkName(name);
    }

    @Override
    public double valueOf(String text) {
      // The exponent is there because Java writes 0.0001 as 1.0E-4.
      boolean isNumber = text.matches("-?[0-9]{1,15}(\\.[0-9]{1,25})?([eE]-?[0-9]{1,3})?");
      return isNumber ? Double.parseDouble(text) : Double.NaN;
    }

    @Override
    public boolean allows(double value) {
      return value >= min && value <= max;
    }

    @Override
    public String range() {
      return "a number from %s to %s".formatted(plain(min), plain(max));
    }

    private static String plain(double value) {
      return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
  }
}
