package imaging.filters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tiny files of src/test/resources/corpus, and what Pillow reads in them. */
final class Corpus {

  static final Path SAMPLES = Path.of("../samples");
  private static final Path FOLDER = Path.of("src/test/resources/corpus");

  private Corpus() {}

  static List<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> Files.exists(FOLDER.resolve("expected/" + file.getFileName() + ".rgba")))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path file(String name) {
    return FOLDER.resolve(name);
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return width, height and 0xAARRGGBB a pixel, as Pillow says} */
  static Pixels expected(Path file) {
    ByteBuffer data =
        ByteBuffer.wrap(bytes(FOLDER.resolve("expected/" + file.getFileName() + ".rgba")));
    int width = data.getShort();
    int height = data.getShort();
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = Integer.rotateRight(data.getInt(), 8);
    }
    return new Pixels(width, height, argb);
  }

  static List<JpegCodec> codecs() {
    Optional<JpegCodec> turbo = JpegCodecs.turbo();
    return Stream.concat(Stream.of(new ImageIoJpeg("ImageIO")), turbo.stream()).toList();
  }

  /** {@return the largest difference of any channel; colour under full transparency is ignored} */
  static int difference(Pixels one, Pixels other) {
    int largest = 0;
    for (int i = 0; i < one.argb().length; i++) {
      int a = one.argb()[i];
      int b = other.argb()[i];
      int first = a >>> 24 == 0 && b >>> 24 == 0 ? 32 : 0;
      for (int shift = first; shift < 32; shift += 8) {
        largest = Math.max(largest, Math.abs((a >>> shift & 0xFF) - (b >>> shift & 0xFF)));
      }
    }
    return largest;
  }
}
