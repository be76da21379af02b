package imaging.queue.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The append-only file in a folder of Redis: since version 7 a folder with a file that grows. */
final class AofFile {

  private final Path folder;
  private long sizeAtStartOfWindow;

  AofFile(Path folder) {
    this.folder = folder;
  }

  void noteStartOfWindow() {
    sizeAtStartOfWindow = size();
  }

  long sizeAtStartOfWindow() {
    return sizeAtStartOfWindow;
  }

  long size() {
    return file().map(AofFile::sizeOf).orElse(0L);
  }

  /** Throws the end away. Redis starts from what is left, up to the last whole change. */
  void cutTo(long size) {
    file()
        .ifPresent(
            path -> {
              try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.truncate(size);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private Optional<Path> file() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(path -> path.toString().endsWith(".aof"))
          .max(Comparator.comparingLong(AofFile::sizeOf));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long sizeOf(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
