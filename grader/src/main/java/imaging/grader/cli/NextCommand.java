package imaging.grader.cli;

import imaging.grader.Say;
import imaging.grader.report.Report;
import imaging.grader.report.SessionSpec.Lab;
import imaging.grader.report.Status;
import imaging.grader.run.Course;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "next",
    description = "The first lab that still lacks points, and where to write it.")
final class NextCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    for (Course.Session session : LabMain.course().sessions()) {
      Optional<Report> report = LastRun.remembered(session);
      for (Lab lab : session.spec().labs()) {
        boolean done = report.filter(r -> r.mostUrgent(lab).status() == Status.PASSED).isPresent();
        if (!done) {
          show(session, lab, report);
          return 0;
        }
      }
    }
    System.out.println(Say.text("Every point is won.", "Has ganado todos los puntos."));
    return 0;
  }

  private static void show(Course.Session session, Lab lab, Optional<Report> report) {
    System.out.println(
        "%s  %s  (%d/%d)"
            .formatted(
                lab.id(), lab.title(), report.map(r -> r.score(lab)).orElse(0), lab.points()));
    lab.files()
        .forEach(
            file ->
                System.out.println(
                    Say.text("  write   ", "  escribe ") + session.name() + "/" + file));
    System.out.println(Say.text("  read    ", "  lee     ") + session.name() + "/README.md");
    report
        .map(r -> r.mostUrgent(lab))
        .filter(r -> !r.message().isEmpty())
        .ifPresent(r -> System.out.println("  " + r.status().words() + ": " + r.message()));
    System.out.println("  ./lab check " + lab.id() + "    ./lab hint " + lab.id());
  }
}
