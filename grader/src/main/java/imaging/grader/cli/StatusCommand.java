package imaging.grader.cli;

import imaging.grader.Say;
import imaging.grader.report.Exports;
import imaging.grader.report.Report;
import imaging.grader.report.ScoreTable;
import imaging.grader.run.Course;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "status", description = "The score of each session, as it last came out.")
final class StatusCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    List<Report> known = new ArrayList<>();
    for (Course.Session session : LabMain.course().sessions()) {
      Optional<Report> report = LastRun.remembered(session);
      report.ifPresent(known::add);
      System.out.println(
          report
              .map(ScoreTable::headline)
              .orElse(
                  "%s %s  %-26s  %s"
                      .formatted(
                          Say.text("Session", "Sesión"),
                          session.spec().session(),
                          session.spec().title(),
                          Say.text("not run yet", "aún sin ejecutar"))));
    }
    System.out.println(
        Say.text(
            "Total %d points. ./lab next says where to go on.",
            "Total: %d puntos. ./lab next dice por dónde seguir.", Exports.total(known)));
    return 0;
  }
}
