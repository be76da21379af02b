package imaging.pipelines;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import imaging.filters.ImageFilter;
import imaging.filters.ImagingException;
import imaging.pipelines.BatchOutcome.Failed;
import imaging.pipelines.BatchOutcome.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One bad image, many images, no images. */
class BatchRunnerTest extends BatchFolders {

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
}
