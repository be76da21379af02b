package imaging.grader.cli;

import imaging.grader.report.Report;
import imaging.grader.report.ScoreTable;
import imaging.grader.run.Course;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "check", description = "Runs the checks of a session or a lab on your answers.")
final class CheckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SESSION|LAB", description = "such as 04 or L4.2")
  private String wanted = "";

  @Option(names = "--strict", description = "exit 1 unless every point is won")
  private boolean strict;

  @Override
  public Integer call() {
    Course.Session session = LabMain.course().session(wanted);
    Report report = LastRun.now(session);
    System.out.println(
        wanted.startsWith("L") ? ScoreTable.ofLab(report, wanted) : ScoreTable.detailed(report));
    boolean lost =
        report.results().stream()
            .filter(result -> !wanted.startsWith("L") || result.id().startsWith(wanted))
            .anyMatch(result -> result.status().isAttemptedAndLost());
    boolean lacking = strict && report.score() < report.max();
    return lost || lacking || !report.isValid() ? 1 : 0;
  }
}
