package imaging.grader.cli;

import imaging.grader.report.CheckResult;
import imaging.grader.report.Journal;
import imaging.grader.report.Report;
import imaging.grader.report.Status;
import imaging.grader.run.Answer;
import imaging.grader.run.Course;
import imaging.grader.run.Judge;
import imaging.grader.run.Prepared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session's checks on the student's own answers: run now, or as they last came out. */
final class LastRun {

  private LastRun() {}

  /** Runs the checks now and remembers the outcome for {@code status} and {@code next}. */
  static Report now(Course.Session session) {
    Path work = session.dir().resolve("target/lab/check");
    Answer answer = Answer.copyOf(session, "lab", work.resolve("answer"));
    Report report = new Judge(Prepared.of(session), work.resolve("judge")).judge(answer);
    try {
      Journal.write(journal(session), report.results());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return report;
  }

  /** {@return how the checks last came out, by this command or by Maven, if they ever ran} */
  static Optional<Report> remembered(Course.Session session) {
    if (!Files.exists(journal(session))) {
      return Optional.empty();
    }
    try {
      List<CheckResult> results = Journal.read(journal(session)).results();
      return Optional.of(Report.of(session.spec(), completed(session, results), List.of()));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** A journal of a run that died, or of a single check, lacks some: those have not been attempted. */
  private static List<CheckResult> completed(Course.Session session, List<CheckResult> results) {
    List<CheckResult> all = new ArrayList<>(results);
    session
        .spec()
        .checks()
        .filter(check -> results.stream().noneMatch(r -> r.id().equals(check.id())))
        .forEach(check -> all.add(new CheckResult(check.id(), Status.NOT_ATTEMPTED, "", "")));
    return all;
  }

  private static Path journal(Course.Session session) {
    return session.dir().resolve("target/grade/journal.jsonl");
  }
}
