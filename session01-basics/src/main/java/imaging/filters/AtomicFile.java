package imaging.filters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file in one step: all bytes go to a temporary file beside it, which then takes its name.
 * A reader, or a process killed half way, never leaves or sees half a file.
 */
final class AtomicFile {

  private AtomicFile() {}

  static void write(Path file, byte[] bytes) {
    // Beside the target: a move between two disks would be a copy, which can stop half way.
    Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    try {
      // Not Files.createTempFile: that file could be read by nobody but its owner.
      Files.write(temporary, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new ImagingException(
          "%s could not be written (%s: %s); check that its folder exists and has room"
              .formatted(file, e.getClass().getSimpleName(), e.getMessage()),
          e);
    } finally {
      delete(temporary);
    }
  }

  private static void delete(Path temporary) {
    try {
      Files.deleteIfExists(temporary); // there only if something went wrong
    } catch (IOException e) {
      System.getLogger(AtomicFile.class.getName())
          .log(System.Logger.Level.WARNING, "left behind: " + temporary, e);
    }
  }
}
