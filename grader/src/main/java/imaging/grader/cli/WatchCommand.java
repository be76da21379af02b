package imaging.grader.cli;

import imaging.grader.Say;
import imaging.grader.report.ScoreTable;
import imaging.grader.run.Course;
import imaging.grader.run.LabException;
import imaging.grader.run.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "watch",
    description = "Runs the checks of a session again on each save. Ctrl-C ends it.")
final class WatchCommand implements Callable<Integer> {

  /** File events differ between systems and editors; looking at the times works everywhere. */
  private static final long LOOK_EVERY_MS = 500;

  @Parameters(paramLabel = "SESSION", description = "such as 04")
  private String wanted = "";

  @Override
  public Integer call() throws InterruptedException {
    Course.Session session = LabMain.course().session(wanted);
    Path answers = session.dir().resolve("src/lab");
    List<String> before = List.of();
    while (true) {
      List<String> now = state(answers);
      if (!now.equals(before)) {
        before = now;
        check(session);
      }
      Thread.sleep(LOOK_EVERY_MS);
    }
  }

  private static void check(Course.Session session) {
    try {
      System.out.println(ScoreTable.of(LastRun.now(session)));
    } catch (LabException problem) {
      System.out.println("lab: " + problem.getMessage());
    }
    System.out.println(
        Say.text(
            "Watching %s/src/lab (Ctrl-C ends it)",
            "Vigilando %s/src/lab (Ctrl-C para terminar)", session.name()));
  }

  private static List<String> state(Path answers) {
    return Tree.files(answers).stream()
        .map(file -> file + " " + file.toFile().lastModified() + " " + file.toFile().length())
        .toList();
  }
}
