package imaging.pipelines;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import imaging.filters.ImageFilter;
import imaging.filters.Images;
import imaging.filters.ImagingException;
import imaging.filters.Pixels;
import imaging.pipelines.BatchOutcome.Cancelled;
import imaging.pipelines.BatchOutcome.Failed;
import imaging.pipelines.BatchOutcome.Skipped;
import imaging.pipelines.BatchOutcome.Written;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchRunnerTest {

  @TempDir Path folder;
  private Path input;
  private Path output;

  @BeforeEach
  void makeFolders() throws IOException {
    input = Files.createDirectory(folder.resolve("in"));
    output = folder.resolve("new").resolve("out");
  }

  @Test
  void aBadImageIsALineInTheReportAndTheOthersAreWritten() throws IOException {
    List<Path> images = new ArrayList<>(images(3));
    images.add(1, Files.writeString(input.resolve("bad.png"), "no image"));
    BatchReport report = run(new Grayscale(), images, 2);
    assertThat(report.outcomes()).map(BatchOutcome::input).isEqualTo(images);
    assertThat(report.all(Written.class)).hasSize(3);
    assertThat(report.all(Failed.class))
        .singleElement()
        .satisfies(failed -> assertThat(failed.reason()).contains("bad.png"));
    assertThat(report.complete()).isFalse();
    assertThat(report.summary()).startsWith("4 images: 3 written, 1 failed in ");
    assertThat(filesIn(output)).containsExactly("0.png", "1.png", "2.png");
  }

  @Test
  void aFilterThatFailsFailsItsImageOnly() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    ImageFilter failsOnce =
        filter(
            () -> {
              if (calls.getAndIncrement() == 0) {
                throw new OutOfMemoryError("as a huge image would");
              }
            });
    BatchReport report = run(failsOnce, images(3), 1);
    assertThat(report.all(Failed.class)).singleElement().isEqualTo(report.outcomes().getFirst());
    assertThat(report.all(Written.class)).hasSize(2);
  }

  @Test
  void aBugEndsTheBatchInsteadOfHiding() throws IOException {
    ImageFilter buggy =
        filter(
            () -> {
              throw new AssertionError("a bug");
            });
    List<Path> images = images(3);
    assertThatThrownBy(() -> run(buggy, images, 1)).hasRootCauseMessage("a bug");
  }

  @Test
  void exactlySoManyImagesAsThreadsAreInMemory() throws IOException {
    AtomicInteger inWork = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CyclicBarrier barrier = new CyclicBarrier(3);
    ImageFilter meets =
        filter(
            () -> {
              most.accumulateAndGet(inWork.incrementAndGet(), Math::max);
              try {
                barrier.await(10, SECONDS);
              } catch (Exception e) {
                throw new IllegalStateException("never three at once", e);
              } finally {
                inWork.decrementAndGet();
              }
            });
    BatchReport report = run(meets, images(9), 3);
    assertThat(report.complete()).as(report.summary()).isTrue();
    assertThat(most).hasValue(3);
  }

  @Nested
  class Resuming {

    @Test
    void skipsWhatIsCompleteAndOnlyThat() throws IOException {
      List<Path> images = images(4);
      run(new Grayscale(), images, 2);
      Files.delete(output.resolve("1.png"));
      Files.write(output.resolve("2.png"), new byte[5]);
      Images.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), images.get(3));
      BatchReport second = run(new Grayscale(), images, 2);
      assertThat(second.outcomes().getFirst()).isInstanceOf(Skipped.class);
      assertThat(second.all(Written.class))
          .map(written -> written.input().getFileName().toString())
          .containsExactly("1.png", "2.png", "3.png");
      assertThat(run(new Grayscale(), images, 2).all(Skipped.class)).hasSize(4);
    }

    @Test
    void doesAllAgainForAnotherPipeline() throws IOException {
      List<Path> images = images(2);
      run(FilterPipeline.parse("grayscale"), images, 1);
      BatchReport other = run(FilterPipeline.parse("edges"), images, 1);
      assertThat(other.all(Written.class)).hasSize(2);
      BatchReport back = run(FilterPipeline.parse("grayscale"), images, 1);
      assertThat(back.all(Skipped.class))
          .as("the files hold edges now, whatever the first lines of the journal say")
          .isEmpty();
    }

    @Test
    void survivesAJournalThatWasCutOff() throws IOException {
      List<Path> images = images(2);
      run(new Grayscale(), images, 1);
      Path journal = output.resolve(BatchJournal.FILE_NAME);
      String text = Files.readString(journal);
      Files.writeString(journal, text.substring(0, text.length() - 7));
      assertThat(run(new Grayscale(), images, 1).all(Written.class)).hasSize(1);
      assertThat(run(new Grayscale(), images, 1).all(Skipped.class)).hasSize(2);
    }
  }

  @Nested
  class Stopping {

    @Test
    void letsNoFurtherImageStartAndLeavesNoHalfFile() throws IOException {
      List<Path> images = images(5);
      BatchRunner runner = new BatchRunner(new Grayscale(), output, 1);
      BatchReport report =
          runner.run(
              images,
              (finished, _, _) -> {
                if (finished == 2) {
                  runner.cancel();
                }
              });
      assertThat(report.all(Written.class)).hasSize(2);
      assertThat(report.all(Cancelled.class)).map(Cancelled::input).isEqualTo(images.subList(2, 5));
      assertThat(report.complete()).isFalse();
      assertThat(filesIn(output)).containsExactly("0.png", "1.png");
    }

    @Test
    void byInterruptSetsTheFlagAgain() throws IOException {
      List<Path> images = images(2);
      Thread.currentThread().interrupt();
      BatchReport report = run(new Grayscale(), images, 1);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(report.outcomes()).hasSize(2);
      assertThat(report.all(Failed.class)).isEmpty();
    }
  }

  @Nested
  class Names {

    @Test
    void ofInputAndOutputMayNotBeTheSameFile() throws IOException {
      List<Path> images = images(1);
      BatchReport report = new BatchRunner(new Grayscale(), input, 1).run(images, silent());
      assertThat(report.all(Failed.class).getFirst().reason()).contains("would be overwritten");
    }

    @Test
    void ofTwoInputsMayNotMeetInOneOutput() throws IOException {
      Path other = Files.createDirectory(folder.resolve("other")).resolve("0.PNG");
      Images.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), other);
      BatchReport report = run(new Grayscale(), List.of(images(1).getFirst(), other), 2);
      assertThat(report.outcomes().get(0)).isInstanceOf(Written.class);
      assertThat(report.all(Failed.class).getFirst().reason()).contains("over the result of");
    }

    @Test
    void ofImagesInAFolderComeSortedAndWithoutOtherFiles() throws IOException {
      for (String name : List.of("b.JPG", "a.png", ".hidden.png", "notes.txt", "c.webp", "png")) {
        Files.createFile(input.resolve(name));
      }
      Files.createDirectory(input.resolve("folder.png"));
      assertThat(BatchRunner.imagesIn(input))
          .map(file -> file.getFileName().toString())
          .containsExactly("a.png", "b.JPG", "c.webp");
    }
  }

  @Test
  void whatCannotWorkAtAllIsSaidAtOnce() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> new BatchRunner(new Grayscale(), file, 1).run(List.of(), silent()))
        .isInstanceOf(ImagingException.class)
        .hasMessageContaining("choose one that can be written");
    assertThatThrownBy(() -> BatchRunner.imagesIn(folder.resolve("absent")))
        .isInstanceOf(ImagingException.class)
        .hasMessageContaining("absent");
    assertThatThrownBy(() -> new BatchRunner(new Grayscale(), output, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(run(new Grayscale(), List.of(), 2).summary()).startsWith("0 images in ");
  }

  private BatchReport run(ImageFilter filter, List<Path> images, int threads) {
    return new BatchRunner(filter, output, threads).run(images, silent());
  }

  private static BatchListener silent() {
    return BatchListener.silent();
  }

  private List<Path> images(int count) {
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
  private static List<String> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(BatchJournal.FILE_NAME))
          .sorted()
          .toList();
    }
  }

  private static ImageFilter filter(Runnable each) {
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
