package imaging.filters.lab;

import imaging.filters.Samples;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** A row that counts how often it is read; its values are computed, so it may be very long. */
final class CountedSamples implements Samples {

  private final int length;
  private final IntUnaryOperator values;
  private long reads;

  CountedSamples(int length, IntUnaryOperator values) {
    this.length = length;
    this.values = values;
  }

  static CountedSamples of(int... values) {
    return new CountedSamples(values.length, i -> values[i]);
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public int get(int index) {
    if (index < 0 || index >= length) {
      throw new IndexOutOfBoundsException("index " + index + " of a row of " + length);
    }
    reads++;
    return values.applyAsInt(index);
  }

  long reads() {
    return reads;
  }

  /** {@return the mean that is right for one place, worked out the long way} */
  int meanAround(int place, int radius) {
    double sum =
        IntStream.rangeClosed(place - radius, place + radius)
            .map(k -> values.applyAsInt(Math.clamp(k, 0, length - 1)))
            .asLongStream()
            .sum();
    return (int) Math.rint(sum / (2 * radius + 1));
  }
}
