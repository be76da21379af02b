package imaging.filters;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of file, with each JPEG codec, has the pixels that Pillow reads in it. */
class ImagesCorpusTest {

  /** All files with the first codec, JPEG files with the others too. */
  static Stream<Arguments> filesAndCodecs() {
    List<JpegCodec> codecs = Corpus.codecs();
    return Corpus.files().stream()
        .flatMap(
            file ->
                codecs.stream()
                    .limit(file.toString().endsWith(".jpg") ? codecs.size() : 1)
                    .map(codec -> Arguments.of(file, codec)));
  }

  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource("filesAndCodecs")
  void pixelsEqualThoseOfPillow(Path file, JpegCodec codec) {
    BufferedImage image =
        Images.read(Corpus.bytes(file), file.toString(), ImageLimits.defaults(), codec);
    Pixels expected = Corpus.expected(file);

    assertThat(image.getWidth()).isEqualTo(expected.width());
    assertThat(image.getHeight()).isEqualTo(expected.height());
    assertThat(Corpus.difference(Pixels.of(image), expected))
        .isLessThanOrEqualTo(allowed(file.getFileName().toString()));
  }

  /** Seen: 0 for all but these. Colour at half resolution is smoothed in more than one way. */
  private static int allowed(String name) {
    return switch (name) {
      case "halved-rows-440.jpg" -> 47; // the JDK's JPEG library repeats rows of colour
      case "lossy.webp" -> 72; // TwelveMonkeys repeats them too, on a picture of hard edges
      case "lossy-alpha.webp" -> 75;
      default -> 0;
    };
  }

  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource("filesAndCodecs")
  void filtersGetThePixelsWithoutCopying(Path file, JpegCodec codec) {
    BufferedImage image =
        Images.read(Corpus.bytes(file), file.toString(), ImageLimits.defaults(), codec);

    assertThat(image.getType())
        .isEqualTo(
            image.getColorModel().hasAlpha()
                ? BufferedImage.TYPE_INT_ARGB
                : BufferedImage.TYPE_INT_RGB);
    assertThat(Pixels.of(image).argb())
        .isSameAs(((DataBufferInt) image.getRaster().getDataBuffer()).getData());
  }

  @Test
  void onlyFilesWithTransparencyHaveAlpha() {
    List<String> withAlpha =
        Corpus.files().stream()
            .filter(file -> Images.read(file).getColorModel().hasAlpha())
            .map(file -> file.getFileName().toString())
            .toList();

    assertThat(withAlpha)
        .containsExactlyInAnyOrder(
            "alpha.png",
            "alpha-16.png",
            "grey-alpha.png",
            "grey-alpha-16.png",
            "interlaced-alpha.png",
            "lossless-alpha.webp",
            "lossy-alpha.webp",
            "palette-alpha.png",
            "small-frame.gif",
            "transparent.gif",
            "transparent-colour.png",
            "transparent-grey.png");
  }

  @Test
  void photographTakenUprightIsShownUpright() {
    BufferedImage raccoon = Images.read(Corpus.SAMPLES.resolve("rotated.jpg"));

    assertThat(raccoon.getWidth()).isEqualTo(1024);
    assertThat(raccoon.getHeight()).isEqualTo(768);
  }
}
