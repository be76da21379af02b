package imaging.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.filters.Images;
import imaging.pipelines.BatchOutcome.Cancelled;
import imaging.pipelines.BatchOutcome.Failed;
import imaging.pipelines.BatchOutcome.Skipped;
import imaging.pipelines.BatchOutcome.Written;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Going on after a stop, stopping, and which file is whose. */
class BatchResumeTest extends BatchFolders {

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
}
