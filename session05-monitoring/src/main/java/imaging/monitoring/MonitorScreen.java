package imaging.monitoring;

import imaging.queue.QueueCounts;
import java.io.Console;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Shows snapshots on a terminal, each over the one before. Where the output is no terminal (a file, a
 * CI log) one plain line for a snapshot. Called by one thread.
 */
public final class MonitorScreen implements Consumer<Snapshot> {

  private static final int MOST_WORKERS = 12;
  private static final int MOST_LETTERS = 3;
  private static final int BAR = 30;

  private final PrintStream out;
  private final boolean terminal;
  private int drawn;

  MonitorScreen(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** {@return a screen on standard output} */
  @SuppressWarnings("SystemConsoleNull") // JDK 25 says null again where there is no terminal
  public static MonitorScreen onStandardOutput() {
    Console console = System.console();
    return new MonitorScreen(System.out, console != null && console.isTerminal());
  }

  @Override
  public void accept(Snapshot snapshot) {
    if (!terminal) {
      out.println(line(snapshot));
      return;
    }
    List<String> lines = lines(snapshot);
    if (drawn > 0) {
      out.printf("\u001B[%dA\u001B[J", drawn); // up to where it began, and erase
    }
    lines.forEach(out::println);
    out.flush();
    drawn = lines.size();
  }

  /** {@return all that matters in one line} */
  static String line(Snapshot s) {
    QueueCounts c = s.counts();
    String line =
        text(
            "pending %d  processing %d  delayed %d  done %d/%d  %.1f/s  p50 %d ms  p99 %d ms"
                + "  workers %d  retried %d  dead %d",
            c.pending(),
            c.processing(),
            c.delayed(),
            c.done(),
            c.submitted(),
            s.perSecond(),
            s.worked().p50Millis(),
            s.worked().p99Millis(),
            s.alive(),
            s.retried(),
            c.dead());
    return s.problem() == null ? line : line + "  (old: " + s.problem() + ")";
  }

  /** {@return the picture for a terminal} */
  static List<String> lines(Snapshot s) {
    QueueCounts c = s.counts();
    List<String> lines = new ArrayList<>();
    long ended = c.done() + c.dead() + c.cancelled();
    int full = c.submitted() == 0 ? 0 : (int) (BAR * ended / c.submitted());
    lines.add(
        text(
            "[%s%s] %d of %d ended   %.1f tasks/s",
            "#".repeat(full), "-".repeat(BAR - full), ended, c.submitted(), s.perSecond()));
    lines.add(
        text(
            "queue    pending %-6d processing %-4d delayed %-4d dead %-4d retried %-4d lost %d",
            c.pending(), c.processing(), c.delayed(), c.dead(), s.retried(), s.lost()));
    lines.add(
        text(
            "time     waited p50 %d ms, p99 %d ms   worked p50 %d ms, p99 %d ms",
            s.waited().p50Millis(),
            s.waited().p99Millis(),
            s.worked().p50Millis(),
            s.worked().p99Millis()));
    s.workers().stream().limit(MOST_WORKERS).map(MonitorScreen::worker).forEach(lines::add);
    s.deadLetters().stream().limit(MOST_LETTERS).map(MonitorScreen::letter).forEach(lines::add);
    if (s.problem() != null) {
      lines.add("this picture is old: " + s.problem());
    }
    return lines;
  }

  private static String worker(WorkerView w) {
    String doing =
        w.task() != null ? w.task() + " for " + w.taskMillis() + " ms" : w.alive() ? "waits" : "";
    return text(
        "%-7s  %-24s beat %4.1f s ago  holds %d  %s",
        w.alive() ? "worker" : "LOST", w.name(), w.beatMillis() / 1000.0, w.holding(), doing);
  }

  private static String letter(DeadLetter letter) {
    return "dead     %s after %d: %s".formatted(letter.id(), letter.attempts(), letter.reason());
  }

  private static String text(String format, Object... args) {
    return String.format(Locale.ROOT, format, args);
  }
}
