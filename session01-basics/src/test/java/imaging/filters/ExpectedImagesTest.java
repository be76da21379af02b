package imaging.filters;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.filters.lab.Drawn;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Pillow and OpenCV make of the same images; SOURCES.md beside them says how. */
class ExpectedImagesTest {

  @ParameterizedTest
  @ValueSource(strings = {"photo", "alpha", "dot", "row", "column"})
  void otherProgramsGetTheSame(String name) throws IOException {
    matches(new BoxBlur(2), name, "box-2", 0);
    matches(new BoxBlur(10), name, "box-10", 1);
    matches(new GaussianBlur(2), name, "gauss-2", 1);
    matches(new GaussianBlur(10), name, "gauss-10", 3);
    matches(new Brightness(1.5), name, "brightness-1.5", 0);
    matches(new Brightness(0.7), name, "brightness-0.7", 0);
    matches(new Brightness(1.3), name, "brightness-1.3", 1);
    matches(new Edges(), name, "edges", 0);
    matches(new SobelEdges(), name, "sobel", 0);
  }

  private static void matches(ImageFilter filter, String name, String made, int tolerance)
      throws IOException {
    BufferedImage result = filter.apply(read(name));
    BufferedImage expected = read(name + "." + made);
    assertThat(result.getColorModel().hasAlpha()).isEqualTo(expected.getColorModel().hasAlpha());
    assertThat(Drawn.distance(visible(result), visible(expected)))
        .as("%s of %s.png", filter, name)
        .isLessThanOrEqualTo(tolerance);
  }

  /** In an image without alpha the highest byte has no meaning: getRGB gives 255 for it. */
  private static Pixels visible(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    return new Pixels(width, height, image.getRGB(0, 0, width, height, null, 0, width));
  }

  private static BufferedImage read(String name) throws IOException {
    String path = "/expected/" + name + ".png";
    try (InputStream file =
        Objects.requireNonNull(ExpectedImagesTest.class.getResourceAsStream(path), path)) {
      return ImageIO.read(file);
    }
  }
}
