package imaging.filters;

/**
 * Sums of {@code size} neighbours along a row, by doubling instead of sliding.
 *
 * <p>A sliding window needs the sum before it, so it goes one step at a time. Doubling does whole
 * rows at once: sums of 1 and 1 make sums of 2, those make sums of 4, then 8 …, and the bits of
 * {@code size} say which of them to add up (5 = 1 + 4). That is about {@code 2 log2(size)} passes
 * over the row, each of them one vector addition.
 *
 * <p>Not thread-safe: keeps scratch rows.
 */
final class WindowSums {

  private final int size;
  private final int[] power;
  private final int[] shifted;

  /**
   * @param size how many neighbours, an odd number
   * @param length of the rows
   */
  WindowSums(int size, int length) {
    this.size = size;
    power = new int[length];
    shifted = new int[length];
  }

  /**
   * Puts {@code row[i] + row[i + 1] + … + row[i + size - 1]} into {@code sums[i]}; the last {@code
   * size - 1} sums have no meaning. Does not change {@code row}.
   */
  void of(int[] row, int[] sums) {
    int[] block = row; // block[i] is the sum of the `width` values from i on
    Rows.shift(row, 0, sums); // size is odd, so the single value is always one of the summands
    int done = 1; // sums[i] is the sum of the `done` values from i on
    for (int width = 1; 2 * width <= size; width *= 2) {
      Rows.shift(block, width, shifted);
      add(block, shifted, power);
      block = power;
      if ((size & 2 * width) != 0) {
        Rows.shift(block, done, shifted);
        add(sums, shifted, sums);
        done += 2 * width;
      }
    }
  }

  private static void add(int[] a, int[] b, int[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] = a[i] + b[i];
    }
  }
}
