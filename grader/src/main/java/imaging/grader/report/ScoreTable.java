package imaging.grader.report;

import imaging.grader.Say;
import imaging.grader.report.SessionSpec.CheckSpec;
import imaging.grader.report.SessionSpec.Lab;
import java.util.StringJoiner;

/** The table at the end of a run, as in labs.md: one line a session, one a lab. */
public final class ScoreTable {

  private static final int BAR = 20;

  private ScoreTable() {}

  /** {@return the table, one row a lab} */
  public static String of(Report report) {
    StringJoiner lines = new StringJoiner("\n");
    lines.add(headline(report));
    report.spec().labs().forEach(lab -> lines.add(row(report, lab)));
    report.notes().forEach(note -> lines.add(" note  " + note));
    return lines.toString();
  }

  /** {@return the table with a row for each check below its lab} */
  public static String detailed(Report report) {
    StringJoiner lines = new StringJoiner("\n");
    lines.add(headline(report));
    report.spec().labs().forEach(lab -> addDetails(lines, report, lab));
    report.notes().forEach(note -> lines.add(" note  " + note));
    return lines.toString();
  }

  /** {@return one lab and its checks; the id may be that of a lab or of one of its checks} */
  public static String ofLab(Report report, String id) {
    StringJoiner lines = new StringJoiner("\n");
    report.spec().lab(id).ifPresent(lab -> addDetails(lines, report, lab));
    return lines.toString();
  }

  private static void addDetails(StringJoiner lines, Report report, Lab lab) {
    lines.add(row(report, lab));
    for (CheckSpec check : lab.checks()) {
      CheckResult result = report.result(check.id());
      String why = result.status() == Status.PASSED ? "" : "  " + explained(result);
      lines.add(
          "         %s %s %d  %s%s"
              .formatted(result.status().label(), check.id(), check.points(), check.title(), why));
    }
  }

  /** {@return the first line: session, title, points, bar} */
  public static String headline(Report report) {
    return "%s %s  %-26s %2d/%d  [%s]"
        .formatted(
            Say.text("Session", "Sesión"),
            report.spec().session(),
            report.spec().title(),
            report.score(),
            report.max(),
            bar(report.score(), report.max()));
  }

  private static String row(Report report, Lab lab) {
    CheckResult urgent = report.mostUrgent(lab);
    int score = report.score(lab);
    return " %s  %s  %d/%d   %s"
        .formatted(urgent.status().label(), lab.id(), score, lab.points(), text(lab, urgent));
  }

  private static String text(Lab lab, CheckResult urgent) {
    return switch (urgent.status()) {
      case PASSED -> lab.title().toString();
      case NOT_ATTEMPTED -> "%-52s ./lab hint %s".formatted(explained(urgent), lab.id());
      case NOT_RUN, GRADER_ERROR -> explained(urgent);
      case FAILED, TIMEOUT, CRASHED, BLOCKED ->
          explained(urgent)
              + "   "
              + (urgent.where().isEmpty() ? lab.files().get(0) : urgent.where());
    };
  }

  private static String explained(CheckResult result) {
    return result.status() == Status.FAILED
        ? result.message()
        : result.status().words() + ": " + result.message();
  }

  private static String bar(int score, int max) {
    int filled = score * BAR / max;
    return "#".repeat(filled) + "-".repeat(BAR - filled);
  }
}
