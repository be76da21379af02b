package imaging.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.filters.Pixels;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GrayscaleTest {

  private final Grayscale grayscale = new Grayscale();

  @Test
  void pureColoursHaveTheLumaOfPillow() {
    // Computed by hand from (19595 R + 38470 G + 7471 B + 32768) >> 16.
    assertThat(gray(0xFFFF0000)).isEqualTo(0xFF4C4C4C);
    assertThat(gray(0xFF00FF00)).isEqualTo(0xFF969696);
    assertThat(gray(0xFF0000FF)).isEqualTo(0xFF1D1D1D);
    assertThat(gray(0xFFFFFFFF)).isEqualTo(0xFFFFFFFF);
    assertThat(gray(0xFF000000)).isEqualTo(0xFF000000);
  }

  @Test
  void greyStaysAsItIsAndAlphaIsKept() {
    for (int level = 0; level < 256; level++) {
      int grey = level << 24 | level << 16 | level << 8 | level;
      assertThat(gray(grey)).isEqualTo(grey);
    }
  }

  @Test
  void everyColourIsWithinHalfALevelOfTheExactWeights() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      int p = random.nextInt();
      double exact = 0.299 * (p >> 16 & 0xFF) + 0.587 * (p >> 8 & 0xFF) + 0.114 * (p & 0xFF);
      assertThat((double) (gray(p) & 0xFF)).isBetween(exact - 0.51, exact + 0.51);
      assertThat(gray(p) >>> 24).isEqualTo(p >>> 24);
    }
  }

  @Test
  void theInputIsNotChanged() {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x80123456);
    BufferedImage result = grayscale.apply(image);
    assertThat(image.getRGB(0, 0)).isEqualTo(0x80123456);
    assertThat(result).isNotSameAs(image);
    assertThat(result.getType()).isEqualTo(BufferedImage.TYPE_INT_ARGB);
  }

  private int gray(int argb) {
    int[] result = new int[1];
    grayscale.filter(new Pixels(1, 1, new int[] {argb}), new Pixels(1, 1, result));
    return result[0];
  }
}
