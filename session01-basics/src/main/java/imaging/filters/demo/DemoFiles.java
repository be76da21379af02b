package imaging.filters.demo;

import imaging.filters.ImagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the demos of this session read and write, from whatever folder of the course they run. */
final class DemoFiles {

  private DemoFiles() {}

  static Path samples() {
    return root().resolve("samples");
  }

  /** {@return where a file of that name goes: in this session's target/demo, which is created} */
  static Path output(String name) {
    Path folder = root().resolve("session01-basics/target/demo");
    try {
      return Files.createDirectories(folder).resolve(name);
    } catch (IOException e) {
      throw new ImagingException("%s cannot be created; check its parent".formatted(folder), e);
    }
  }

  static Path root() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("samples"))
          && Files.isDirectory(folder.resolve("session01-basics"))) {
        return folder;
      }
    }
    throw new ImagingException(
        "There is no folder samples above %s; run this in the course's folder".formatted(start));
  }
}
