package imaging.pipelines.demo;

import imaging.filters.ImagingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where this demo reads and writes, from the root of the course or from the session's folder. */
final class DemoFiles {

  private DemoFiles() {}

  /** {@return the photographs that come with the course} */
  static Path samples() {
    return root().resolve("samples");
  }

  /** {@return a folder of this session that holds nothing but what demos made} */
  static Path output() {
    return root().resolve("session02-pipelines").resolve("target").resolve("demo");
  }

  private static Path root() {
    return Stream.of(Path.of(""), Path.of(".."))
        .filter(folder -> Files.isDirectory(folder.resolve("samples")))
        .findFirst()
        .orElseThrow(
            () ->
                new ImagingException(
                    "there is no folder samples here: start in the course's root"));
  }
}
