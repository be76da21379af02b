package imaging.filters;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import imaging.filters.UnreadableImageException.Reason;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files give an image or the one exception; nothing else, and within bounded time. */
@Timeout(value = 60, unit = SECONDS)
class ImagesFuzzTest {

  private static final ImageLimits LIMITS = new ImageLimits(1_000_000);

  static Stream<Arguments> filesAndCodecs() {
    return ImagesCorpusTest.filesAndCodecs();
  }

  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource("filesAndCodecs")
  void truncatedFileIsReportedOrMissesNothing(Path file, JpegCodec codec) {
    byte[] whole = Corpus.bytes(file);
    Pixels pixels = readable(whole, codec).orElseThrow();

    for (int length = 0; length < whole.length; length += length < 50 ? 1 : 11) {
      Optional<Pixels> read = readable(Arrays.copyOf(whole, length), codec);
      int missing = whole.length - length;
      read.ifPresent(
          partial ->
              assertThat(partial.argb())
                  .as("without its last %d bytes", missing)
                  .isEqualTo(pixels.argb()));
    }
  }

  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource("filesAndCodecs")
  void flippedBitsGiveAnImageOrTheOneException(Path file, JpegCodec codec) {
    byte[] whole = Corpus.bytes(file);
    Random random = new Random(file.getFileName().toString().hashCode());

    for (int round = 0; round < 120; round++) {
      byte[] damaged = whole.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      readable(damaged, codec)
          .ifPresent(read -> assertThat((long) read.argb().length).isLessThanOrEqualTo(1_000_000));
    }
  }

  /** Empty if the file was refused; anything but the one exception fails the test. */
  private static Optional<Pixels> readable(byte[] bytes, JpegCodec codec) {
    try {
      return Optional.of(Pixels.of(Images.read(bytes, "fuzzed", LIMITS, codec)));
    } catch (UnreadableImageException e) {
      assertThat(e).hasMessageStartingWith("fuzzed ");
      assertThat(e.reason()).isNotIn(Reason.IO, Reason.MISSING);
      return Optional.empty();
    } catch (Throwable e) {
      return fail("not the one exception", e);
    }
  }
}
