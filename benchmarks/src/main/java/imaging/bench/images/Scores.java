package imaging.bench.images;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The milliseconds of all contenders, a median for each round.
 *
 * <p>A ratio is formed within a round, where both ran a few seconds apart, and only then is the
 * median of the rounds taken: a machine that is slow for a minute is slow for both.
 */
final class Scores {

  /** Who did what. */
  private record Key(Operation operation, String contender) {}

  private final Map<Key, List<Double>> rounds = new HashMap<>();

  void add(Operation operation, String contender, double[] milliseconds) {
    rounds
        .computeIfAbsent(new Key(operation, contender), key -> new ArrayList<>())
        .add(median(milliseconds));
  }

  /** {@return milliseconds, or NaN if that contender has no such operation} */
  double of(Operation operation, String contender) {
    return median(array(operation, contender));
  }

  /** {@return the one's time divided by the other's, or NaN where one of them is missing} */
  double ratio(Operation operation, String contender, String peer) {
    double[] ours = array(operation, contender);
    double[] theirs = array(operation, peer);
    double[] ratios = new double[Math.min(ours.length, theirs.length)];
    Arrays.setAll(ratios, i -> ours[i] / theirs[i]);
    return median(ratios);
  }

  private double[] array(Operation operation, String contender) {
    return rounds.getOrDefault(new Key(operation, contender), List.of()).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  static double median(double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
