package imaging.grader.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files below a folder. A folder that does not exist is empty; links are never followed. */
public final class Tree {

  private Tree() {}

  /** {@return the regular files below a folder, sorted} */
  public static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** {@return the Java files below a folder, sorted} */
  public static List<Path> javaFiles(Path folder) {
    return files(folder).stream().filter(file -> file.toString().endsWith(".java")).toList();
  }

  /** Copies one file, making the folders above it. */
  public static void copy(Path from, Path to) {
    try {
      Files.createDirectories(to.getParent());
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Copies all files below one folder to the same places below another. */
  public static void copyAll(Path from, Path to) {
    files(from).forEach(file -> copy(file, to.resolve(from.relativize(file).toString())));
  }

  /** {@return whether two files hold the same bytes} */
  static boolean same(Path one, Path other) {
    try {
      return Files.mismatch(one, other) < 0;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Deletes a folder and all below it. */
  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    }
  }

  /** {@return whether any file below these folders (or one of these files) is newer than a time} */
  static boolean anyNewer(FileTime time, List<Path> places) {
    return places.stream()
        .flatMap(place -> Files.isRegularFile(place) ? Stream.of(place) : files(place).stream())
        .anyMatch(file -> modified(file).compareTo(time) > 0);
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(Long.MAX_VALUE);
    }
  }
}
