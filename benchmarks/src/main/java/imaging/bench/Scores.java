package imaging.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was measured: one number for each round, task and contender. For one thread.
 *
 * <p>A ratio is formed within a round, where both ran a few seconds apart, and only then is the
 * median of the rounds taken: a machine that is slow for a minute is slow for both.
 */
public final class Scores {

  /** Who did what. */
  private record Key(String task, String contender) {}

  private final Map<Key, List<Double>> rounds = new HashMap<>();

  /** Adds the next round's number. */
  public void add(String task, String contender, double value) {
    rounds.computeIfAbsent(new Key(task, contender), key -> new ArrayList<>()).add(value);
  }

  /** {@return the median of the rounds, or NaN if that contender did not take part} */
  public double of(String task, String contender) {
    return median(array(task, contender));
  }

  /** {@return the one's number divided by the other's, or NaN where one of them is missing} */
  public double ratio(String task, String contender, String peer) {
    return ratio(task, contender, task, peer);
  }

  /** {@return the one's number at a task divided by the other's at another} */
  public double ratio(String task, String contender, String otherTask, String peer) {
    double[] ours = array(task, contender);
    double[] theirs = array(otherTask, peer);
    double[] ratios = new double[Math.min(ours.length, theirs.length)];
    Arrays.setAll(ratios, i -> ours[i] / theirs[i]);
    return median(ratios);
  }

  private double[] array(String task, String contender) {
    return rounds.getOrDefault(new Key(task, contender), List.of()).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /** {@return the middle value, NaN of none} */
  public static double median(double[] values) {
    return quantile(values, 0.5);
  }

  /** {@return the value below which that share of them lies, NaN of none} */
  public static double quantile(double[] values, double share) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** {@return three digits or so, a dash for NaN} */
  public static String text(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    String format = value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f";
    return String.format(Locale.ROOT, format, value);
  }
}
