package imaging.pipelines.demo;

import imaging.filters.ImagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Three files that look like images by their names and are none: what every real folder holds. */
final class BrokenFiles {

  private BrokenFiles() {}

  /** {@return the files, written into the folder} */
  static List<Path> make(Path folder) {
    try {
      Files.createDirectories(folder);
      byte[] photo = Files.readAllBytes(DemoFiles.samples().resolve("landscape.jpg"));
      byte[] half = Arrays.copyOf(photo, photo.length / 2);
      return List.of(
          write(folder.resolve("empty.png"), new byte[0]),
          write(folder.resolve("half.jpg"), half),
          write(folder.resolve("letter.jpg"), "Dear Sir".getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new ImagingException(
          "cannot prepare %s (%s): start from the root of the course".formatted(folder, e), e);
    }
  }

  /** Leaves a file that is as it should be alone, so that its time stays the same. */
  private static Path write(Path file, byte[] content) throws IOException {
    if (!Files.exists(file) || Files.size(file) != content.length) {
      Files.write(file, content);
    }
    return file;
  }
}
