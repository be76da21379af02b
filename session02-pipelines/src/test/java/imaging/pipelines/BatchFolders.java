package imaging.pipelines;

import imaging.filters.ImageFilter;
import imaging.filters.Images;
import imaging.filters.Pixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Folders, images and filters for the tests of batches. */
abstract class BatchFolders {

  @TempDir Path folder;
  Path input;
  Path output;

  @BeforeEach
  void makeFolders() throws IOException {
    input = Files.createDirectory(folder.resolve("in"));
    output = folder.resolve("new").resolve("out");
  }

  BatchReport run(ImageFilter filter, List<Path> images, int threads) {
    return new BatchRunner(filter, output, threads).run(images, silent());
  }

  static BatchListener silent() {
    return BatchListener.silent();
  }

  List<Path> images(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              Path file = input.resolve(i + ".png");
              Images.write(new BufferedImage(4 + i, 3, BufferedImage.TYPE_INT_RGB), file);
              return file;
            })
        .toList();
  }

  /** {@return the names in a folder, the journal left out} */
  static List<String> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(BatchJournal.FILE_NAME))
          .sorted()
          .toList();
    }
  }

  static ImageFilter filter(Runnable each) {
    return new ImageFilter() {
      @Override
      public void filter(Pixels source, Pixels target) {
        each.run();
      }

      @Override
      public String toString() {
        return "each";
      }
    };
  }
}
