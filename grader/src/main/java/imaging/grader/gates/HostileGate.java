package imaging.grader.gates;

import imaging.grader.report.CheckResult;
import imaging.grader.report.Report;
import imaging.grader.report.Status;
import imaging.grader.run.Answer;
import imaging.grader.run.Judge;
import imaging.grader.run.Prepared;
import imaging.grader.run.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** G6: answers made from the stubs that do harm; the grader must say what they did and live on. */
final class HostileGate {

  private static final Pattern STUB =
      Pattern.compile("throw Todo\\.todo\\((?:[^;\"]|\"[^\"]*\")*\\);");

  /**
   * One kind of harm.
   *
   * @param body what stands in place of each stub
   * @param mustOccur a status that at least one check must have
   */
  private record Harm(String name, String body, Status mustOccur) {}

  private static final List<Harm> HARMS =
      List.of(
          new Harm("endless loop", "for (;;) {}", Status.TIMEOUT),
          new Harm(
              "System.exit", "System.exit(0); throw new IllegalStateException();", Status.CRASHED),
          new Harm(
              "output flood",
              "for (int i = 0; i < 20000; i++) { System.out.println(\"flood \".repeat(200)); } throw new IllegalStateException();",
              Status.FAILED),
          new Harm("does not compile", "this is not Java;", Status.FAILED));

  private final Prepared prepared;
  private final Path work;
  private final List<String> problems = new ArrayList<>();
  private final List<String> rows =
      new ArrayList<>(
          List.of("| hostile answer | score | what the report says |", "|---|---|---|"));

  HostileGate(Prepared prepared, Path work) {
    this.prepared = prepared;
    this.work = work;
  }

  GateResult run() {
    for (Harm harm : HARMS) {
      Answer answer =
          rewritten(text -> STUB.matcher(text).replaceAll(Matcher.quoteReplacement(harm.body())));
      expect(harm.name(), judge(answer), 0, result -> result.status() == harm.mustOccur());
    }
    expect(
        "empty file", judge(rewritten(text -> "")), 0, result -> result.status() == Status.FAILED);
    impostor();
    editedChecks();
    String summary =
        "hostile answers: %d, none harms the grader or wins a point".formatted(rows.size() - 2);
    return new GateResult("G6", summary, problems, rows);
  }

  /** A full answer that also brings its own grader class: it is left out, the score stays. */
  private void impostor() {
    Path submission = submissionOf("solution");
    write(
        submission.resolve(prepared.session().name() + "/src/lab/java/imaging/grader/Todo.java"),
        "package imaging.grader; public class Todo extends Error { public static Todo todo(String s) { System.exit(3); return null; } }");
    Report report = judge(Answer.submitted(prepared.session(), submission, work.resolve("answer")));
    expect("class in the grader's package", report, report.max(), result -> true);
    if (report.notes().stream().noneMatch(note -> note.contains("imaging/grader/Todo.java"))) {
      problems.add("the impostor was not left out: " + report.notes());
    }
  }

  /** An untouched starter with checks that always pass: still nothing. */
  private void editedChecks() {
    Path submission = submissionOf("lab");
    for (Path check : Tree.javaFiles(prepared.session().dir().resolve("src/test"))) {
      String text = read(check).replaceAll("(?s)\\{.*", "{}");
      write(
          submission
              .resolve(prepared.session().name())
              .resolve(prepared.session().dir().relativize(check).toString()),
          text);
    }
    Report report = judge(Answer.submitted(prepared.session(), submission, work.resolve("answer")));
    expect("edited checks", report, 0, result -> result.status() == Status.NOT_ATTEMPTED);
  }

  private void expect(String name, Report report, int score, Predicate<CheckResult> one) {
    if (report.score() != score || !report.isValid()) {
      problems.add(
          "%s: %d points, expected %d %s".formatted(name, report.score(), score, report.notes()));
    }
    if (report.results().stream().noneMatch(one)) {
      problems.add("%s: no check has the status expected: %s".formatted(name, report.results()));
    }
    // Which of the checks hit the harm first is a matter of threads; that each status is known is
    // not.
    String statuses =
        String.join(
            ", ",
            report.results().stream().map(r -> r.status().name()).distinct().sorted().toList());
    rows.add("| %s | %d/%d | %s |".formatted(name, report.score(), report.max(), statuses));
  }

  private Report judge(Answer answer) {
    return new Judge(prepared, work.resolve("judge")).with("lab.seconds", "1").judge(answer);
  }

  private Answer rewritten(java.util.function.UnaryOperator<String> change) {
    Answer answer = Answer.copyOf(prepared.session(), "lab", work.resolve("answer"));
    Tree.javaFiles(answer.folder()).stream()
        .filter(file -> STUB.matcher(read(file)).find())
        .forEach(file -> write(file, change.apply(read(file))));
    return answer;
  }

  private Path submissionOf(String kind) {
    Path submission = work.resolve("submission");
    Tree.delete(submission);
    Tree.copyAll(
        prepared.session().dir().resolve("src").resolve(kind),
        submission.resolve(prepared.session().name()).resolve("src/lab"));
    return submission;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
