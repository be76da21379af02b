package imaging.filters.lab;

import imaging.filters.ImageFilter;
import imaging.filters.Pixels;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small images drawn as a matrix of grey values, so that a test shows what it expects. */
public final class Drawn {

  private static final int OPAQUE = 0xFF000000;

  private Drawn() {}

  /** {@return an opaque grey image, one line a row, values from 0 to 255 separated by blanks} */
  public static Pixels grey(String rows) {
    int[][] values =
        rows.strip()
            .lines()
            .map(
                row -> Arrays.stream(row.strip().split(" +")).mapToInt(Integer::parseInt).toArray())
            .toArray(int[][]::new);
    int[] argb =
        Arrays.stream(values)
            .flatMapToInt(Arrays::stream)
            .map(v -> OPAQUE | v * 0x010101)
            .toArray();
    return new Pixels(values[0].length, values.length, argb);
  }

  /** {@return the image as a matrix; a pixel that is not an opaque grey stands there as 0xAARRGGBB} */
  public static String text(Pixels image) {
    return IntStream.range(0, image.height())
        .mapToObj(y -> row(image, y))
        .collect(
            Collectors.joining(" /\n")); // the slash parts rows also where a report has one line
  }

  /** {@return the image as a matrix, whatever its alpha: for checks that are not about alpha} */
  public static String colours(Pixels image) {
    int[] opaque = Arrays.stream(image.argb()).map(pixel -> pixel | OPAQUE).toArray();
    return text(new Pixels(image.width(), image.height(), opaque));
  }

  /** {@return the same drawing in the form of {@link #text}, whatever blanks it was written with} */
  public static String text(String rows) {
    return text(grey(rows));
  }

  /** {@return the pixels as 0xAARRGGBB, so that a message can be read} */
  public static String hex(int... argb) {
    return Arrays.stream(argb)
        .mapToObj(pixel -> String.format(Locale.ROOT, "0x%08X", pixel))
        .collect(Collectors.joining(" "));
  }

  private static String row(Pixels image, int y) {
    return IntStream.range(y * image.width(), (y + 1) * image.width())
        .mapToObj(i -> value(image.argb()[i]))
        .collect(Collectors.joining(" "));
  }

  private static String value(int argb) {
    int grey = argb & 0xFF;
    return argb == (OPAQUE | grey * 0x010101)
        ? String.format(Locale.ROOT, "%3d", grey)
        : String.format(Locale.ROOT, "0x%08X", argb);
  }

  /** {@return an image of random pixels, alpha included, the same for the same arguments} */
  public static Pixels random(int width, int height) {
    Random random = new Random(width * 1000L + height);
    return new Pixels(width, height, random.ints((long) width * height).toArray());
  }

  /** {@return the result of a filter in an array that was full of rubbish before} */
  public static Pixels filtered(ImageFilter filter, Pixels source) {
    int[] rubbish = new int[source.argb().length];
    Arrays.fill(rubbish, 0x5A5A5A5A);
    Pixels target = new Pixels(source.width(), source.height(), rubbish);
    filter.filter(source, target);
    return target;
  }

  /** {@return the mean of the square around each pixel, exact, worked out the long way} */
  public static Pixels boxBlurred(Pixels source, int radius) {
    int[] argb =
        IntStream.range(0, source.argb().length)
            .map(
                i ->
                    IntStream.of(0, 8, 16, 24)
                        .map(shift -> squareMean(source, i, radius, shift) << shift)
                        .sum())
            .toArray();
    return new Pixels(source.width(), source.height(), argb);
  }

  private static int squareMean(Pixels source, int i, int radius, int shift) {
    double sum = 0;
    for (int dy = -radius; dy <= radius; dy++) {
      int y = Math.clamp(i / source.width() + dy, 0, source.height() - 1);
      for (int dx = -radius; dx <= radius; dx++) {
        int x = Math.clamp(i % source.width() + dx, 0, source.width() - 1);
        sum += source.argb()[y * source.width() + x] >>> shift & 0xFF;
      }
    }
    return (int) Math.rint(sum / ((2 * radius + 1) * (2 * radius + 1)));
  }

  /** {@return the largest difference of two images in any channel of any pixel} */
  public static int distance(Pixels a, Pixels b) {
    return IntStream.range(0, a.argb().length)
        .map(i -> distance(a.argb()[i], b.argb()[i]))
        .max()
        .orElseThrow();
  }

  private static int distance(int a, int b) {
    return IntStream.of(0, 8, 16, 24)
        .map(shift -> Math.abs((a >>> shift & 0xFF) - (b >>> shift & 0xFF)))
        .max()
        .orElseThrow();
  }
}
