package imaging.grader.cli;

import imaging.grader.Say;
import imaging.grader.report.ClassStatistics;
import imaging.grader.report.Exports;
import imaging.grader.report.Report;
import imaging.grader.report.ScoreTable;
import imaging.grader.run.Answer;
import imaging.grader.run.Course;
import imaging.grader.run.Judge;
import imaging.grader.run.LabException;
import imaging.grader.run.Prepared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "grade",
    description = {
      "Grades a submission (a checkout of the course), or a folder of many, with the checks of this",
      "course: only src/lab of a submission is read, so what else was edited changes nothing."
    })
final class GradeCommand implements Callable<Integer> {

  @Option(names = "--submission", required = true, paramLabel = "DIR")
  private Path submission = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where the reports go (default: grades)")
  private Path out = Path.of("grades");

  @Option(names = "--sessions", split = ",", paramLabel = "NN", description = "only these sessions")
  private List<String> wanted = List.of();

  @Override
  public Integer call() throws IOException {
    Course course = LabMain.course();
    List<Prepared> prepared =
        course.sessions().stream()
            .filter(s -> wanted.isEmpty() || wanted.contains(s.spec().session()))
            .map(Prepared::of)
            .toList();
    List<Path> submissions = submissions();
    Map<String, List<Report>> byStudent = new LinkedHashMap<>();
    for (Path one : submissions) {
      String student = one.toAbsolutePath().normalize().getFileName().toString();
      List<Report> reports = prepared.stream().map(session -> grade(session, one)).toList();
      byStudent.put(student, reports);
      Path folder = submissions.size() == 1 ? out : out.resolve(student);
      write(folder, student, reports);
      System.out.println(
          "%s  %d/%d".formatted(student, Exports.total(reports), Exports.max(reports)));
      if (submissions.size() == 1) {
        reports.forEach(report -> System.out.println(ScoreTable.of(report)));
      }
    }
    if (submissions.size() > 1) {
      Files.writeString(out.resolve("class.csv"), ClassStatistics.csv(byStudent));
      Files.writeString(out.resolve("class.md"), ClassStatistics.markdown(byStudent));
    }
    System.out.println(Say.text("Reports: ", "Informes: ") + out);
    return 0;
  }

  private static Report grade(Prepared prepared, Path submission) {
    Path work = prepared.session().dir().resolve("target/lab/grade");
    Answer answer = Answer.submitted(prepared.session(), submission, work.resolve("answer"));
    return new Judge(prepared, work.resolve("judge")).judge(answer);
  }

  /** A folder that has sessions is one submission; otherwise each folder in it is one. */
  private List<Path> submissions() throws IOException {
    if (!Files.isDirectory(submission)) {
      throw new LabException(Say.text("%s is not a folder", "%s no es una carpeta", submission));
    }
    List<Path> found = new ArrayList<>();
    try (Stream<Path> inside = Files.list(submission)) {
      inside
          .filter(Files::isDirectory)
          .filter(GradeCommand::hasSessions)
          .sorted()
          .forEach(found::add);
    }
    if (hasSessions(submission) || found.isEmpty()) {
      return List.of(submission);
    }
    return found;
  }

  private static boolean hasSessions(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.anyMatch(dir -> dir.getFileName().toString().matches("session\\d\\d-.*"));
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static void write(Path folder, String student, List<Report> reports) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("report.json"), Exports.json(student, reports));
    Files.writeString(folder.resolve("report.csv"), Exports.csv(student, reports));
    Files.writeString(folder.resolve("summary.md"), Exports.markdown(student, reports));
    Files.writeString(folder.resolve("results.json"), Exports.gradescope(reports));
  }
}
