package imaging.bench.images;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Pillow, in a Python process for each turn; takes part where a Python with Pillow is found. */
final class Pillow {

  static final String NAME = "Pillow";

  private static final Path SCRIPT = Path.of("benchmarks/pillow_ops.py");
  private static final int WARMUP = 2;
  private static final int REPEATS = 7;

  private final String python;
  private final Path bitmap;
  private final Path jpeg;
  private final String version;

  private Pillow(String python, Path bitmap, Path jpeg, String version) {
    this.python = python;
    this.bitmap = bitmap;
    this.jpeg = jpeg;
    this.version = version;
  }

  /**
   * {@return Pillow, or empty if that Python does not start or has no Pillow}
   *
   * @param folder for the photograph as files
   */
  static Optional<Pillow> find(String python, Photograph photograph, Path folder) {
    try {
      List<String> version = lines(List.of(python, SCRIPT.toString(), "--version"));
      Path bitmap = folder.resolve("photograph.bmp");
      Path jpeg = folder.resolve("photograph.jpg");
      ImageIO.write(photograph.image(), "bmp", bitmap.toFile());
      Files.write(jpeg, photograph.jpeg());
      return Optional.of(new Pillow(python, bitmap, jpeg, version.getFirst()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  String version() {
    return version;
  }

  /**
   * {@return milliseconds of each repeat; empty if Pillow has no such operation}
   *
   * @param picture where the result is left as BMP; null: nowhere
   */
  double[] run(Operation operation, @Nullable Path picture) {
    List<String> command = new ArrayList<>(List.of(python, SCRIPT.toString(), operation.name()));
    command.addAll(List.of(bitmap.toString(), jpeg.toString(), "" + WARMUP, "" + REPEATS));
    if (picture != null) {
      command.add(picture.toString());
    }
    try {
      return lines(command).stream().mapToDouble(Double::parseDouble).toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader output = process.inputReader()) {
      output.lines().forEach(lines::add);
    }
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("Python failed: " + String.join("\n", lines));
    }
    return lines;
  }
}
