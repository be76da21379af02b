package imaging.pipelines;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What became of a batch.
 *
 * @param outcomes one for each input, in the order of the inputs, whatever finished first
 * @param took wall-clock time of the whole
 */
public record BatchReport(List<BatchOutcome> outcomes, Duration took) {

  public BatchReport {
    outcomes = List.copyOf(outcomes);
  }

  /** {@return the outcomes of one kind, in order} */
  public <T extends BatchOutcome> List<T> all(Class<T> kind) {
    return outcomes.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** {@return whether every image is there now, written by this run or an earlier one} */
  public boolean complete() {
    return all(BatchOutcome.Failed.class).isEmpty() && all(BatchOutcome.Cancelled.class).isEmpty();
  }

  /** {@return such as {@code 8 images: 6 written, 2 failed in 1.4 s}; kinds with none are left out} */
  public String summary() {
    StringBuilder line = new StringBuilder();
    count(line, all(BatchOutcome.Written.class).size(), "written");
    count(line, all(BatchOutcome.Skipped.class).size(), "there already");
    count(line, all(BatchOutcome.Failed.class).size(), "failed");
    count(line, all(BatchOutcome.Cancelled.class).size(), "not started");
    String images = outcomes.size() == 1 ? "1 image" : outcomes.size() + " images";
    double seconds = took.toMillis() / 1000.0;
    return String.format(Locale.ROOT, "%s%s in %.1f s", images, line, seconds);
  }

  private static void count(StringBuilder line, int number, String what) {
    if (number > 0) {
      line.append(line.isEmpty() ? ": " : ", ").append(number).append(' ').append(what);
    }
  }
}
