package imaging.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import imaging.filters.UnreadableImageException.Reason;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ImagesInspectTest {

  private static final ImageLimits LIMITS = new ImageLimits(1_000_000);

  @Test
  void itSaysTheFormatAndTheSizeThatDecodingGives() {
    for (Path file : Corpus.files()) {
      byte[] bytes = Corpus.bytes(file);
      ImageInfo info = Images.inspect(bytes, file.toString(), LIMITS);
      BufferedImage image = Images.read(bytes, file.toString());
      String ending = file.toString().replaceFirst(".*\\.", "");
      assertThat(info.format()).isEqualTo(ending.equals("jpg") ? "jpeg" : ending);
      assertThat(Math.max(info.width(), info.height()))
          .as(file.toString())
          .isEqualTo(Math.max(image.getWidth(), image.getHeight()));
    }
  }

  @Test
  void itRefusesMorePixelsThanTheLimitWithoutDecoding() {
    byte[] bytes = Corpus.bytes(Corpus.SAMPLES.resolve("landscape.jpg"));
    assertThatThrownBy(() -> Images.inspect(bytes, "landscape", LIMITS))
        .isInstanceOfSatisfying(
            UnreadableImageException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  @Test
  void itNoticesAFileThatEndsTooEarly() {
    byte[] bytes = Corpus.bytes(Corpus.file("rgb.png"));
    assertThatThrownBy(() -> Images.inspect(Arrays.copyOf(bytes, bytes.length - 9), "half", LIMITS))
        .isInstanceOfSatisfying(
            UnreadableImageException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.TRUNCATED));
  }
}
