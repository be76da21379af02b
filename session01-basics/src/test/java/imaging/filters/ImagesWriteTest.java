package imaging.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesWriteTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"transparent.png", "cat.jpg"})
  void pngComesBackUnchanged(String sample) {
    BufferedImage image = Images.read(Corpus.SAMPLES.resolve(sample));
    Path file = folder.resolve("copy.PNG");

    Images.write(image, file);

    BufferedImage copy = Images.read(file);
    assertThat(copy.getType()).isEqualTo(image.getType());
    assertThat(Corpus.difference(Pixels.of(copy), Pixels.of(image))).isZero();
  }

  @Test
  void jpegShowsWhiteWhereTheImageIsTransparent() {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(8, 8, 0x00FF0000); // red, but wholly transparent

    byte[] file = Images.encode(image, "jpg");

    assertThat(Images.read(file, "copy").getRGB(8, 8)).isEqualTo(0xFFFFFFFF);
    assertThat(image.getRGB(8, 8)).isEqualTo(0x00FF0000);
  }

  @Test
  void lowerQualityGivesASmallerJpeg() {
    BufferedImage image = Images.read(Corpus.SAMPLES.resolve("portrait.jpg"));

    assertThat(Images.encode(image, "jpeg", 0.5))
        .hasSizeLessThan(Images.encode(image, "jpeg").length);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1.01, Double.NaN})
  void qualityOutOfRangeIsRefused(double quality) {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

    assertThatThrownBy(() -> Images.encode(image, "jpeg", quality))
        .isInstanceOf(ImagingException.class)
        .hasMessageContaining("give a number above 0 up to 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"photo.webp", "photo", ".png.txt", "photo."})
  void unknownEndingIsRefusedBeforeAnythingIsWritten(String name) {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

    assertThatThrownBy(() -> Images.write(image, folder.resolve(name)))
        .isInstanceOf(ImagingException.class)
        .hasMessageContaining(name)
        .hasMessageEndingWith("end its name with .png, .jpg or .jpeg");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void failureLeavesNothingHalfWritten() throws IOException {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    Path inTheWay = Files.createDirectories(folder.resolve("taken.png/inside")).getParent();

    assertThatThrownBy(() -> Images.write(image, inTheWay))
        .isInstanceOf(ImagingException.class)
        .hasMessageContaining("taken.png could not be written");
    assertThat(folder).isDirectoryNotContaining(file -> !file.equals(inTheWay));
  }

  @Test
  void missingFolderIsAClearError() {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

    assertThatThrownBy(() -> Images.write(image, folder.resolve("none/photo.png")))
        .isInstanceOf(ImagingException.class)
        .hasMessageContaining("check that its folder exists");
  }

  @Test
  void newFileReplacesTheOldOne() {
    Path file = folder.resolve("photo.png");
    Images.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), file);
    Images.write(new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB), file);

    assertThat(Images.read(file).getWidth()).isEqualTo(2);
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }
}
