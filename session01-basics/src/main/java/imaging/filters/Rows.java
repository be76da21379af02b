package imaging.filters;

import java.util.Arrays;

/**
 * Copies rows of pixels into scratch arrays that start at index 0, the border already in place.
 *
 * <p>Why copy at all? The compiler turns a loop over arrays into vector instructions (8 or 16
 * pixels at once) only where all of them are read and written at the <em>same</em> index. {@code
 * out[i] = in[i + k]} with a variable {@code k} stays scalar, several times slower. So the offset
 * goes into a {@link System#arraycopy}, which is nearly free, and the loop gets one index for all.
 *
 * <p>Filters work in strips {@link #STRIP} pixels wide, from top to bottom, so that all scratch rows
 * of a strip stay in a cache near the core.
 */
final class Rows {

  /** Width in pixels: 8 KB a row, so ten or fifty rows fit a second-level cache of 1 MB. */
  static final int STRIP = 2048;

  private Rows() {}

  /**
   * Fills {@code row} with the pixels from column {@code x} on of row {@code y}. Columns and rows
   * outside the image take the pixel at the nearest edge (border policy "replicate").
   */
  static void read(Pixels image, int x, int y, int[] row) {
    int last = image.width() - 1;
    int start = Math.clamp(y, 0, image.height() - 1) * image.width();
    int left = Math.clamp(-x, 0, row.length);
    int right = Math.clamp(last + 1L - x, left, row.length);
    Arrays.fill(row, 0, left, image.argb()[start]);
    System.arraycopy(image.argb(), start + x + left, row, left, right - left);
    Arrays.fill(row, right, row.length, image.argb()[start + last]);
  }

  /** Writes the first {@code length} pixels of {@code row} to the image, from (x, y) to the right. */
  static void write(int[] row, Pixels image, int x, int y, int length) {
    System.arraycopy(row, 0, image.argb(), y * image.width() + x, length);
  }

  /** Puts into {@code result} the row moved to the left: {@code result[i] = row[i + by]}. */
  static void shift(int[] row, int by, int[] result) {
    System.arraycopy(row, by, result, 0, Math.min(result.length, row.length - by));
  }
}
