package imaging.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicLong now = new AtomicLong();

  @Test
  void onATerminalOneLineIsDrawnOverAndFailuresStay() {
    ProgressBar bar = bar(true);
    now.set(1_000_000_000);
    bar.ended(1, 4, written("a.jpg"));
    now.set(2_000_000_000);
    bar.ended(2, 4, new BatchOutcome.Failed(Path.of("b.jpg"), "b.jpg is empty"));
    bar.ended(4, 4, written("a-name-that-is-much-too-long.jpg"));
    assertThat(shown())
        .isEqualTo(
            "\r\u001B[K[#####---------------] 1/4  25 %  1.0 images/s  3 s left  a.jpg"
                + "\r\u001B[Kb.jpg  FAILED: b.jpg is empty\n"
                + "[##########----------] 2/4  50 %  1.0 images/s  2 s left  b.jpg"
                + "\r\u001B[K[####################] 4/4 100 %  2.0 images/s  0 s left"
                + "  a-name-that-is-much-too…\n");
  }

  @Test
  void elsewhereAPlainLineComesForEachImageOfAFew() {
    ProgressBar bar = bar(false);
    bar.ended(1, 11, written("a.jpg"));
    bar.ended(10, 11, new BatchOutcome.Skipped(Path.of("b.jpg"), Path.of("out", "b.jpg")));
    assertThat(shown()).isEqualTo("[ 1/11] a.jpg  7 ms\n[10/11] b.jpg  there already\n");
  }

  @Test
  void elsewhereManyImagesGiveTwentyLinesAndEveryFailure() {
    ProgressBar bar = bar(false);
    for (int i = 1; i <= 1000; i++) {
      bar.ended(i, 1000, written(i + ".jpg"));
    }
    bar.ended(999, 1000, new BatchOutcome.Failed(Path.of("bad.jpg"), "empty"));
    assertThat(shown().lines()).hasSize(21).endsWith("[ 999/1000] bad.jpg  FAILED: empty");
  }

  private ProgressBar bar(boolean terminal) {
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return new ProgressBar(out, terminal, now::get);
  }

  private static BatchOutcome written(String name) {
    return new BatchOutcome.Written(Path.of(name), Path.of("out", name), Duration.ofMillis(7));
  }

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
