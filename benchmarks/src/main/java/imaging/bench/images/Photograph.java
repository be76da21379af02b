package imaging.bench.images;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * The picture that everybody works on.
 *
 * @param image opaque, TYPE_INT_RGB; libraries with another form convert it while they prepare
 */
public record Photograph(BufferedImage image) {

  /** Sizes to choose from: {@code OWN} is 2000 x 1125, {@code LARGE} 4000 x 3000 (12 megapixels). */
  public enum Size {
    OWN,
    LARGE
  }

  private static final String SAMPLE = "samples/landscape.jpg";

  static Photograph of(Size size) {
    try {
      BufferedImage sample = ImageIO.read(file().toFile());
      return new Photograph(
          switch (size) {
            case OWN -> drawn(sample, sample.getWidth(), sample.getHeight());
            case LARGE -> drawn(sample, 4000, 3000);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Benchmarks start in the repository's root, tests in the module. */
  private static Path file() {
    Path here = Path.of(SAMPLE);
    return Files.exists(here) ? here : Path.of("..").resolve(SAMPLE);
  }

  /** {@return the same as a file, written by the JDK, so that all decode the same bytes} */
  byte[] jpeg() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpg", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  private static BufferedImage drawn(BufferedImage sample, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(sample, 0, 0, width, height, null);
    graphics.dispose();
    return image;
  }
}
