package imaging.pipelines;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows a batch while it runs.
 *
 * <p>On a terminal one line that is written over and over, with failures left standing above it:
 *
 * <pre>
 * [############--------] 5/8  62 %  3.1 images/s  1 s left  night.jpg
 * </pre>
 *
 * <p>Anywhere else (a file, a CI log, a pipe) carriage returns would make a mess: one plain line for
 * each failure and for every twentieth part of the batch. Called by one thread at a time.
 */
public final class ProgressBar implements BatchListener {

  private static final int CELLS = 20;
  private static final int WIDEST_NAME = 24;
  private static final String CLEAR = "\r\u001B[K";

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier nanoTime;
  private final long start;

  /**
   * @param terminal whether {@code out} understands carriage return and "erase to end of line"
   * @param nanoTime the clock, {@code System::nanoTime} outside tests
   */
  ProgressBar(PrintStream out, boolean terminal, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  /** {@return a bar on standard output: drawn on a terminal, plain lines otherwise} */
  @SuppressWarnings("SystemConsoleNull") // its doc still says that there may be none
  public static ProgressBar onStandardOutput() {
    Console console = System.console();
    return new ProgressBar(System.out, console != null && console.isTerminal(), System::nanoTime);
  }

  @Override
  public void ended(int finished, int total, BatchOutcome outcome) {
    if (terminal) {
      draw(finished, total, outcome);
    } else if (outcome instanceof BatchOutcome.Failed || isMilestone(finished, total)) {
      out.printf("%s %s%n", count(finished, total), line(outcome));
    }
  }

  private void draw(int finished, int total, BatchOutcome outcome) {
    out.print(CLEAR);
    if (outcome instanceof BatchOutcome.Failed) {
      out.println(line(outcome));
    }
    out.print(bar(finished, total) + "  " + shortName(outcome));
    if (finished == total) {
      out.println();
    }
    out.flush();
  }

  private String bar(int finished, int total) {
    int full = (int) ((long) CELLS * finished / total);
    double seconds = Math.max(1, nanoTime.getAsLong() - start) / 1e9;
    long left = Math.round(seconds / finished * (total - finished));
    return String.format(
        Locale.ROOT,
        "[%s%s] %d/%d %3d %%  %.1f images/s  %s left",
        "#".repeat(full),
        "-".repeat(CELLS - full),
        finished,
        total,
        100L * finished / total,
        finished / seconds,
        left < 60 ? left + " s" : Duration.ofSeconds(left).toMinutes() + " min");
  }

  private static boolean isMilestone(int finished, int total) {
    return CELLS * (long) finished / total > CELLS * (finished - 1L) / total;
  }

  private static String count(int finished, int total) {
    int digits = Integer.toString(total).length();
    return String.format(Locale.ROOT, "[%" + digits + "d/%d]", finished, total);
  }

  private static String line(BatchOutcome outcome) {
    String name = outcome.input().getFileName().toString();
    return switch (outcome) {
      case BatchOutcome.Written written -> name + "  " + written.took().toMillis() + " ms";
      case BatchOutcome.Skipped _ -> name + "  there already";
      case BatchOutcome.Failed failed -> name + "  FAILED: " + failed.reason();
      case BatchOutcome.Cancelled _ -> name + "  not started";
    };
  }

  private static String shortName(BatchOutcome outcome) {
    String name = outcome.input().getFileName().toString();
    return name.length() <= WIDEST_NAME ? name : name.substring(0, WIDEST_NAME - 1) + "…";
  }
}
