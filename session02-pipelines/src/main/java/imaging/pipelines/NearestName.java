package imaging.pipelines;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Guesses which name was meant by a wrong one. */
public final class NearestName {

  /** No name is longer, so nothing longer is worth comparing: keeps long hostile words cheap. */
  private static final int LONGEST = 40;

  private NearestName() {}

  /** {@return advice such as {@code did you mean 'blur'?}, or all the names where none is near} */
  public static String advice(String wrong, Collection<String> names) {
    String word = wrong.toLowerCase(Locale.ROOT);
    int near = Math.max(1, Math.min(2, word.length() / 2));
    return names.stream()
        .filter(name -> word.length() <= LONGEST && distance(word, name) <= near)
        .min(Comparator.comparingInt(name -> distance(word, name)))
        .map(name -> "did you mean '" + name + "'?")
        .orElseGet(() -> "there is " + names.stream().collect(Collectors.joining(", ")));
  }

  /**
   * {@return how many letters must be inserted, deleted, replaced or swapped with their neighbour}
   * Optimal string alignment: Levenshtein's table, plus the case of two swapped neighbours.
   */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cheapest(int[][] d, String a, String b, int i, int j) {
    int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
