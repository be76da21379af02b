package imaging.grader.report;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What a class as a whole got right: for each check, how many of those who tried passed. */
public final class ClassStatistics {

  /** Counts for one check. */
  private static final class Count {
    int passed;
    int attempted;
    int all;
    String title = "";
  }

  private ClassStatistics() {}

  /** {@return one line a check of each student} */
  public static String csv(Map<String, List<Report>> byStudent) {
    StringJoiner lines = new StringJoiner("");
    byStudent.forEach(
        (student, reports) -> {
          String csv = Exports.csv(student, reports);
          lines.add(lines.length() == 0 ? csv : csv.substring(csv.indexOf('\n') + 1));
        });
    return lines.toString();
  }

  /** {@return scores a student, pass rate a check} */
  public static String markdown(Map<String, List<Report>> byStudent) {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    lines.add("## Class").add("").add("| student | points |").add("|---|---|");
    byStudent.forEach(
        (student, reports) ->
            lines.add(
                "| %s | %d/%d |".formatted(student, Exports.total(reports), Exports.max(reports))));
    lines
        .add("")
        .add("| check | passed | attempted | students | pass rate of those who tried |")
        .add("|---|---|---|---|---|");
    counts(byStudent)
        .forEach(
            (id, count) ->
                lines.add(
                    "| %s %s | %d | %d | %d | %s |"
                        .formatted(
                            id,
                            count.title,
                            count.passed,
                            count.attempted,
                            count.all,
                            percent(count))));
    return lines.toString();
  }

  private static Map<String, Count> counts(Map<String, List<Report>> byStudent) {
    Map<String, Count> counts = new TreeMap<>();
    byStudent.values().stream()
        .flatMap(List::stream)
        .forEach(
            report ->
                report
                    .spec()
                    .checks()
                    .forEach(
                        check -> {
                          Count count = counts.computeIfAbsent(check.id(), id -> new Count());
                          Status status = report.result(check.id()).status();
                          count.title = check.title().toString();
                          count.all++;
                          count.passed += status == Status.PASSED ? 1 : 0;
                          count.attempted +=
                              status == Status.PASSED || status.isAttemptedAndLost() ? 1 : 0;
                        }));
    return counts;
  }

  private static String percent(Count count) {
    return count.attempted == 0 ? "-" : 100 * count.passed / count.attempted + " %";
  }
}
