package imaging.bench.images;

import imaging.bench.Scores;
import java.util.Map;
import java.util.Set;

/** The results as Markdown. */
final class Tables {

  private static final String OURS = Contender.COURSE.label();
  private static final String READY = Contender.COURSE_READY.label();
  private static final String OPENCV = Contender.OPENCV.label();

  private Tables() {}

  /** {@return milliseconds, a row for each operation} */
  static String times(Scores scores, Set<Operation> operations, boolean pillow) {
    StringBuilder text = new StringBuilder("| ms |");
    for (Contender contender : Contender.values()) {
      text.append(' ').append(contender.label()).append(" |");
    }
    text.append(" Pillow |\n|---|").append("---:|".repeat(Contender.values().length + 1));
    for (Operation operation : operations) {
      text.append("\n| ").append(operation.label()).append(" |");
      for (Contender contender : Contender.values()) {
        text.append(' ')
            .append(number(scores.of(operation.label(), contender.label())))
            .append(" |");
      }
      String other = pillow ? number(scores.of(operation.label(), Pillow.NAME)) : "not run";
      text.append(' ').append(other).append(" |");
    }
    return text.toString();
  }

  /** {@return the course's time divided by the others', beside the targets} */
  static String ratios(Scores scores, Set<Operation> operations) {
    StringBuilder text =
        new StringBuilder(
            """
            | course / peer | Pillow | target | | OpenCV | target | | JDK | ImageJ | BoofCV | Thumbnailator |
            |---|---:|---:|---|---:|---:|---|---:|---:|---:|---:|""");
    for (Operation operation : operations) {
      double pillow = scores.ratio(operation.label(), OURS, Pillow.NAME);
      // OpenCV and its like fill an image that is there already; so does the course beside them.
      String like = operation.isFilter() ? READY : OURS;
      double openCv = scores.ratio(operation.label(), like, OPENCV);
      text.append("\n| ").append(operation.label());
      text.append(against(pillow, operation.pillowTarget()));
      text.append(against(openCv, operation.openCvTarget()));
      text.append(" | ").append(number(scores.ratio(operation.label(), OURS, "JDK")));
      text.append(" | ").append(number(scores.ratio(operation.label(), like, "ImageJ")));
      text.append(" | ").append(number(scores.ratio(operation.label(), like, "BoofCV")));
      text.append(" | ").append(number(scores.ratio(operation.label(), OURS, "Thumbnailator")));
      text.append(" |");
    }
    return text.toString();
  }

  /** {@return how far each result is from the course's: mean / max / max away from the border} */
  static String differences(Map<Operation, Map<String, Difference>> differences) {
    StringBuilder text =
        new StringBuilder(
            "| difference from the course, levels | mean / max / max inside |\n|---|---|");
    differences.forEach(
        (operation, peers) ->
            peers.forEach(
                (peer, difference) ->
                    text.append(
                        "\n| %s, %s | %s |".formatted(operation.label(), peer, difference))));
    return text.toString();
  }

  private static String against(double ratio, double target) {
    if (Double.isNaN(ratio) || Double.isNaN(target)) {
      return " | %s | – | ".formatted(number(ratio));
    }
    return " | %s | %s | %s"
        .formatted(number(ratio), number(target), ratio <= target ? "met" : "**not met**");
  }

  private static String number(double value) {
    return Scores.text(value);
  }
}
