package imaging.filters;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ThumbnailsTest {

  @Test
  void proportionsAreKept() {
    BufferedImage wide = new BufferedImage(400, 100, BufferedImage.TYPE_INT_RGB);

    BufferedImage small = Thumbnails.fit(wide, 40, 40);

    assertThat(small.getWidth()).isEqualTo(40);
    assertThat(small.getHeight()).isEqualTo(10);
  }

  @Test
  void smallImageIsNotEnlarged() {
    BufferedImage tiny = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);

    assertThat(Thumbnails.fit(tiny, 40, 40).getWidth()).isEqualTo(3);
  }

  @Test
  void thinLineKeepsAtLeastOnePixel() {
    BufferedImage line = new BufferedImage(1000, 1, BufferedImage.TYPE_INT_RGB);

    assertThat(Thumbnails.fit(line, 10, 10).getHeight()).isEqualTo(1);
  }

  @Test
  void pixelIsTheMeanOfItsArea() {
    BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0xFF6400C8);
    image.setRGB(1, 1, 0xFF640000);

    assertThat(Thumbnails.fit(image, 1, 1).getRGB(0, 0)).isEqualTo(0xFF320032);
  }

  @Test
  void transparentPixelsLendNoColour() {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0xFFFF0000);
    image.setRGB(1, 0, 0x0000FF00);

    assertThat(Thumbnails.fit(image, 1, 1).getRGB(0, 0)).isEqualTo(0x80FF0000);
  }
}
