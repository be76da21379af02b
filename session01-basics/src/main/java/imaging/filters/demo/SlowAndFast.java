package imaging.filters.demo;

import imaging.filters.Images;
import imaging.filters.ImagingException;
import imaging.filters.Pixels;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * The negative of a photograph, computed in two ways: a method call for each pixel, and a loop over
 * the array behind the image.
 *
 * <p>Why: {@code getRGB} and {@code setRGB} look harmless. Each call checks the coordinates and asks
 * the colour model, for every pixel again, and keeps the compiler from computing several pixels in
 * one instruction.
 *
 * <p>Run: {@code mvn -q -pl session01-basics compile exec:exec@slow-and-fast}
 *
 * <p>You should see the time of each way and the line "Same pixels: yes". How many times as fast
 * the array is differs from machine to machine; the demo measures it each time.
 */
public final class SlowAndFast {

  private static final int ROUNDS = 30;

  private SlowAndFast() {}

  // tag::slow[]
  /** Slow: a call to read and a call to write, for each pixel. */
  static BufferedImage slow(BufferedImage image) {
    BufferedImage result = Pixels.blankLike(image);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        result.setRGB(x, y, image.getRGB(x, y) ^ 0x00FFFFFF);
      }
    }
    return result;
  }

  // end::slow[]

  // tag::fast[]
  /** Fast: the same on the arrays, which the images share. */
  static BufferedImage fast(BufferedImage image) {
    BufferedImage result = Pixels.blankLike(image);
    int[] from = Pixels.of(image).argb();
    int[] to = Pixels.of(result).argb();
    for (int i = 0; i < to.length; i++) {
      to[i] = from[i] ^ 0x00FFFFFF;
    }
    return result;
  }

  // end::fast[]

  static void main(String[] args) {
    try {
      run(ROUNDS);
    } catch (ImagingException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  static void run(int rounds) {
    BufferedImage photograph = Images.read(DemoFiles.samples().resolve("landscape.jpg"));
    long[] slow = new long[rounds];
    long[] fast = new long[rounds];
    // In turns, so that another program on the machine disturbs both alike.
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      BufferedImage one = slow(photograph);
      long between = System.nanoTime();
      BufferedImage other = fast(photograph);
      slow[i] = between - start;
      fast[i] = System.nanoTime() - between;
      checkSame(one, other);
    }
    print(photograph, median(slow), median(fast));
  }

  private static void checkSame(BufferedImage one, BufferedImage other) {
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        if (one.getRGB(x, y) != other.getRGB(x, y)) {
          throw new ImagingException(
              "The two ways differ at (%d, %d); one of them is wrong".formatted(x, y));
        }
      }
    }
  }

  private static void print(BufferedImage photograph, double slow, double fast) {
    IO.println(
        "landscape.jpg, %d x %d pixels, the median of each way in ms:"
            .formatted(photograph.getWidth(), photograph.getHeight()));
    IO.println("  getRGB and setRGB  %7.2f".formatted(slow));
    IO.println("  the array          %7.2f".formatted(fast));
    IO.println("Same pixels: yes; the array took 1/%.0f of the time".formatted(slow / fast));
  }

  private static double median(long[] nanoseconds) {
    Arrays.sort(nanoseconds);
    return nanoseconds[nanoseconds.length / 2] / 1e6;
  }
}
