package imaging.grader.cli;

import imaging.grader.gates.GateResult;
import imaging.grader.gates.Gates;
import imaging.grader.gates.QualityPage;
import imaging.grader.run.Course;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "gates", description = "Proves that the checks of a session (or of all) are right.")
final class GatesCommand implements Callable<Integer> {

  @Parameters(arity = "0..*", paramLabel = "SESSION", description = "such as 04; none means all")
  private List<String> wanted = List.of();

  @Option(names = "--only", split = ",", paramLabel = "GATE", description = "such as G3,G4")
  private Set<String> only = Gates.ALL;

  @Option(names = "--rounds", description = "how often G2 runs the reference (default: 20)")
  private int rounds = 20;

  @Option(names = "--write", description = "write what was found into docs/quality.md")
  private boolean write;

  @Override
  public Integer call() {
    Course course = LabMain.course();
    List<Course.Session> sessions =
        wanted.isEmpty() ? course.sessions() : wanted.stream().map(course::session).toList();
    boolean all = true;
    for (Course.Session session : sessions) {
      System.out.println(session.name());
      List<GateResult> results = Gates.run(session, only, rounds, GatesCommand::tell);
      all &= results.stream().allMatch(GateResult::holds);
      if (write && only.equals(Gates.ALL)) {
        QualityPage.write(course, session, results);
      }
    }
    return all ? 0 : 1;
  }

  private static void tell(GateResult result) {
    System.out.println(
        " %s %s  %s"
            .formatted(result.holds() ? "holds" : "FAILS", result.gate(), result.summary()));
    result.problems().forEach(problem -> System.out.println("         " + problem));
  }
}
