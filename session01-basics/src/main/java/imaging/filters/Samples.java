package imaging.filters;

/**
 * A row of values that are asked for one at a time: a row or a column of one channel, say.
 *
 * <p>Lab L1.3 averages over it. Because every value comes through {@link #get}, a test can count the
 * reads, and so tell an algorithm whose cost grows from one whose cost does not, without a clock.
 */
public interface Samples {

  /** {@return how many values there are, at least 1} */
  int length();

  /** {@return the value at an index from 0 to {@code length() - 1}; from 0 to 255} */
  int get(int index);
}
