package imaging.pipelines;

import imaging.filters.ImagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which output an input gets, decided for all before the first is read.
 *
 * @param input what to read
 * @param output what to write
 * @param objection why it cannot be done, or null if it can
 */
record BatchPlan(Path input, Path output, @Nullable String objection) {

  /** Formats that are written as they were read; all others become PNG, which loses nothing. */
  private static final Set<String> KEPT = Set.of("jpg", "jpeg", "png");

  private static final Set<String> IMAGES =
      Set.of("jpg", "jpeg", "png", "gif", "bmp", "webp", "tif", "tiff");

  /** {@return the files of a folder that look like images, by name; hidden ones are left out} */
  static List<Path> imagesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(file -> IMAGES.contains(extension(file)) && !Files.isDirectory(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ImagingException(
          "cannot list the folder %s (%s): give one that exists".formatted(folder, e), e);
    }
  }

  /** {@return a plan for each input, in order} */
  static List<BatchPlan> of(List<Path> inputs, Path folder) {
    Map<String, Path> taken = new HashMap<>();
    List<BatchPlan> plans = new ArrayList<>();
    for (Path input : inputs) {
      Path output = folder.resolve(outputName(input));
      // Some file systems take a.jpg and A.JPG for one file, so we do too.
      Path first =
          taken.putIfAbsent(output.getFileName().toString().toLowerCase(Locale.ROOT), input);
      plans.add(new BatchPlan(input, output, objection(input, output, first)));
    }
    return plans;
  }

  private static @Nullable String objection(Path input, Path output, @Nullable Path first) {
    if (input.toAbsolutePath().normalize().equals(output.toAbsolutePath().normalize())) {
      return "%s would be overwritten by its result: choose another output folder".formatted(input);
    }
    if (first != null) {
      return "%s would be written over the result of %s: give each image its own name"
          .formatted(input, first);
    }
    return null;
  }

  private static String outputName(Path input) {
    String name = input.getFileName().toString();
    return KEPT.contains(extension(input)) ? name : name + ".png";
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
