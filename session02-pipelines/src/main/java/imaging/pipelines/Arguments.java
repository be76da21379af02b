package imaging.pipelines;

import java.util.Map;

/** The values written for one filter: each parameter once, of the right type and in its range. */
public final class Arguments {

  private final Map<String, Double> values;

  Arguments(Map<String, Double> values) {
    this.values = Map.copyOf(values);
  }

  /** {@return the value of a {@link Parameter.Decimal}} */
  public double decimal(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no parameter '%s' was declared".formatted(name));
    }
    return value;
  }

  /** {@return the value of a {@link Parameter.Whole}} */
  public int whole(String name) {
    return (int) decimal(name);
  }
}
