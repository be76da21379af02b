package imaging.grader.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import imaging.grader.report.SessionSpec.CheckSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** One submission's reports in the forms that other programs read. */
public final class Exports {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Exports() {}

  /** {@return everything, as JSON} */
  public static String json(String student, List<Report> reports) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("student", student);
    all.put("score", total(reports));
    all.put("max", max(reports));
    all.put("sessions", reports.stream().map(Exports::session).toList());
    return write(all);
  }

  private static Map<String, Object> session(Report report) {
    Map<String, Object> session = new LinkedHashMap<>();
    session.put("session", report.spec().session());
    session.put("score", report.score());
    session.put("max", report.max());
    session.put("valid", report.isValid());
    session.put("notes", report.notes());
    session.put("checks", report.spec().checks().map(check -> check(report, check)).toList());
    return session;
  }

  private static Map<String, Object> check(Report report, CheckSpec check) {
    CheckResult result = report.result(check.id());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", check.id());
    fields.put("status", result.status());
    fields.put("points", won(check, result));
    fields.put("max", check.points());
    fields.put("message", result.message());
    fields.put("where", result.where());
    return fields;
  }

  /** {@return one line a check, with a header} */
  public static String csv(String student, List<Report> reports) {
    StringJoiner lines =
        new StringJoiner("\n", "student,session,check,points,max,status,message\n", "\n");
    reports.forEach(
        report ->
            report
                .spec()
                .checks()
                .forEach(
                    check -> {
                      CheckResult result = report.result(check.id());
                      lines.add(
                          String.join(
                              ",",
                              quoted(student),
                              report.spec().session(),
                              check.id(),
                              Integer.toString(won(check, result)),
                              Integer.toString(check.points()),
                              result.status().name(),
                              quoted(result.message())));
                    }));
    return lines.toString();
  }

  /** A field that a spreadsheet would run as a formula gets a leading apostrophe. */
  private static String quoted(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }

  /** {@return a summary for people, as a step summary of a CI job shows it} */
  public static String markdown(String student, List<Report> reports) {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    lines.add("## %s: %d/%d".formatted(student, total(reports), max(reports)));
    lines.add("").add("| check | points | status | |").add("|---|---|---|---|");
    reports.forEach(
        report ->
            report
                .spec()
                .checks()
                .forEach(
                    check -> {
                      CheckResult result = report.result(check.id());
                      lines.add(
                          "| %s %s | %d/%d | %s | %s |"
                              .formatted(
                                  check.id(),
                                  check.title(),
                                  won(check, result),
                                  check.points(),
                                  result.status().words(),
                                  result.message().replace("|", "\\|").replace("<", "&lt;")));
                    }));
    reports.forEach(report -> report.notes().forEach(note -> lines.add("").add("> " + note)));
    return lines.toString();
  }

  /** {@return the results.json of a Gradescope autograder} */
  public static String gradescope(List<Report> reports) {
    List<Map<String, Object>> tests =
        reports.stream()
            .flatMap(report -> report.spec().checks().map(check -> gradescopeTest(report, check)))
            .toList();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("score", total(reports));
    all.put("output", "%d/%d".formatted(total(reports), max(reports)));
    all.put("visibility", "visible");
    all.put("tests", tests);
    return write(all);
  }

  private static Map<String, Object> gradescopeTest(Report report, CheckSpec check) {
    CheckResult result = report.result(check.id());
    Map<String, Object> test = new LinkedHashMap<>();
    test.put("number", check.id());
    test.put("name", check.title().toString());
    test.put("score", won(check, result));
    test.put("max_score", check.points());
    test.put("status", result.status() == Status.PASSED ? "passed" : "failed");
    test.put(
        "output",
        (result.status().words() + ": " + result.message() + " " + result.where()).strip());
    test.put("visibility", "visible");
    return test;
  }

  private static int won(CheckSpec check, CheckResult result) {
    return result.status() == Status.PASSED ? check.points() : 0;
  }

  /** {@return the points of all sessions} */
  public static int total(List<Report> reports) {
    return reports.stream().mapToInt(Report::score).sum();
  }

  /** {@return the most points that can be won in these sessions} */
  public static int max(List<Report> reports) {
    return reports.stream().mapToInt(Report::max).sum();
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value) + "\n";
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
