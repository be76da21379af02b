package imaging.queue.demo;

import imaging.filters.ImagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where the demos of this session read and write, from whatever folder of the course they run. */
final class DemoFiles {

  private DemoFiles() {}

  static Path samples() {
    return root().resolve("samples");
  }

  /** {@return where a file of that name goes in this session's target/demo} */
  static Path output(String name) {
    return root().resolve("session04-redis/target/demo").resolve(name);
  }

  /** {@return the names of the JPEG files of a folder, sorted} */
  static List<String> photographs(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.toLowerCase(Locale.ROOT).matches(".*\\.jpe?g"))
              .sorted()
              .toList();
      if (names.isEmpty()) {
        throw new ImagingException(
            "there is no JPEG file in %s: name another folder".formatted(folder));
      }
      return names;
    } catch (IOException e) {
      throw new ImagingException("cannot list the folder %s: check its path".formatted(folder), e);
    }
  }

  /** {@return an empty folder below target/demo} */
  static Path emptyFolder(String name) {
    Path folder = output(name);
    try {
      Files.createDirectories(folder);
      try (Stream<Path> old = Files.list(folder)) {
        for (Path file : old.toList()) {
          Files.delete(file);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot empty " + folder, e);
    }
  }

  private static Path root() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("samples"))
          && Files.isDirectory(folder.resolve("session04-redis"))) {
        return folder;
      }
    }
    throw new ImagingException(
        "there is no folder samples above %s: run this in the course's folder".formatted(start));
  }
}
