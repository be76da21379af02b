package imaging.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegCodecTest {

  private static final JpegCodec IMAGE_IO = new ImageIoJpeg("ImageIO");

  @Test
  void switchedOffMeansImageIo() {
    assertThat(JpegCodecs.choose("imageio").name()).startsWith("ImageIO").contains("switched off");
  }

  @Test
  void unknownSettingIsRefused() {
    assertThatThrownBy(() -> JpegCodecs.choose("fast"))
        .isInstanceOf(ImagingException.class)
        .hasMessage("imaging.jpeg=fast is unknown; use auto or imageio");
  }

  @Test
  void damagedPhotographIsNotFilledWithGrey() {
    for (JpegCodec codec : Corpus.codecs()) {
      assertThatThrownBy(() -> read(damaged(), codec))
          .isInstanceOf(UnreadableImageException.class)
          .hasMessage(
              "photo.jpg is damaged (its JPEG data makes no sense); take another copy of it");
    }
  }

  /** Compares libturbojpeg with ImageIO; not run where the library is not installed. */
  @Nested
  class Turbo {

    private final JpegCodec turbo = installed();

    private static JpegCodec installed() {
      Optional<JpegCodec> found = JpegCodecs.turbo();
      assumeTrue(found.isPresent(), "not run: libturbojpeg is not installed");
      return found.orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"portrait", "landscape", "night", "stars", "texture", "cat", "rotated"})
    void pixelsOfPhotographsEqualThoseOfImageIo(String name) {
      byte[] file = Corpus.bytes(Corpus.SAMPLES.resolve(name + ".jpg"));

      assertThat(read(file, turbo).argb()).isEqualTo(read(file, IMAGE_IO).argb());
    }

    @Test
    void writtenPhotographsEqualThoseOfImageIo() {
      Pixels pixels = Pixels.of(Images.read(Corpus.SAMPLES.resolve("cat.jpg")));

      byte[] file = turbo.encode(pixels, 90);

      assertThat(read(file, IMAGE_IO).argb())
          .isEqualTo(read(IMAGE_IO.encode(pixels, 90), IMAGE_IO).argb());
    }

    @Test
    void errorsEqualThoseOfImageIo() {
      byte[] whole = Corpus.bytes(Corpus.file("baseline-420.jpg"));
      List<byte[]> broken =
          List.of(
              new byte[0],
              damaged(),
              withoutATable(whole),
              Arrays.copyOf(whole, 700),
              Arrays.copyOf(whole, 20));

      for (byte[] file : broken) {
        assertThat(catchThrowable(() -> read(file, turbo)))
            .hasMessage(catchThrowable(() -> read(file, IMAGE_IO)).getMessage());
      }
    }

    @Test
    void manyThreadsReadAndWriteAtOnce() throws Exception {
      byte[] file = Corpus.bytes(Corpus.SAMPLES.resolve("night.jpg"));
      Pixels pixels = read(file, turbo);
      byte[] written = turbo.encode(pixels, 90);
      List<Future<Boolean>> results = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
        for (int i = 0; i < 64; i++) {
          results.add(
              threads.submit(
                  () ->
                      Arrays.equals(read(file, turbo).argb(), pixels.argb())
                          && Arrays.equals(turbo.encode(pixels, 90), written)));
        }
      }

      for (Future<Boolean> result : results) {
        assertThat(result.get()).isTrue();
      }
    }
  }

  private static Pixels read(byte[] file, JpegCodec codec) {
    return Pixels.of(Images.read(file, "photo.jpg", ImageLimits.defaults(), codec));
  }

  /** A photograph whose end is there but whose middle is missing. */
  private static byte[] damaged() {
    byte[] file = Corpus.bytes(Corpus.SAMPLES.resolve("portrait.jpg"));
    byte[] damaged = Arrays.copyOf(file, file.length / 2);
    damaged[damaged.length - 2] = (byte) 0xFF;
    damaged[damaged.length - 1] = (byte) 0xD9;
    return damaged;
  }

  /** Renames a Huffman table, so that the one which the pixels need is missing. */
  private static byte[] withoutATable(byte[] file) {
    byte[] damaged = file.clone();
    int at = 0;
    while (damaged[at] != (byte) 0xFF || damaged[at + 1] != (byte) 0xC4) {
      at++;
    }
    damaged[at + 4] ^= 3;
    return damaged;
  }
}
