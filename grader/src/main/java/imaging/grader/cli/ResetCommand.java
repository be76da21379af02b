package imaging.grader.cli;

import imaging.grader.Say;
import imaging.grader.report.SessionSpec.Lab;
import imaging.grader.run.Course;
import imaging.grader.run.LabException;
import imaging.grader.run.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "reset",
    description = "Brings the stub of a lab back; your answer is kept below .lab/backup.")
final class ResetCommand implements Callable<Integer> {

  @Parameters(paramLabel = "LAB", description = "such as L4.2")
  private String wanted = "";

  @Override
  public Integer call() throws IOException, InterruptedException {
    Course course = LabMain.course();
    Course.Session session = course.session(wanted);
    Lab lab =
        session
            .spec()
            .lab(wanted)
            .orElseThrow(
                () ->
                    new LabException(
                        Say.text("there is no lab %s", "no existe el laboratorio %s", wanted)));
    String time =
        LocalDateTime.now(ZoneId.systemDefault())
            .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
    for (String name : lab.files()) {
      Path file = session.dir().resolve(name);
      String path = session.name() + "/" + name;
      String stub = stub(course.root(), path);
      if (Files.exists(file)) {
        Tree.copy(file, course.root().resolve(".lab/backup").resolve(time).resolve(path));
      }
      Files.createDirectories(file.getParent());
      Files.writeString(file, stub);
      System.out.println(
          Say.text(
              "%s is a stub again; yours is in .lab/backup/%s",
              "%s vuelve a estar vacío; lo tuyo está en .lab/backup/%s", path, time));
    }
    return 0;
  }

  /** The newest committed version with the most stubs in it: students commit their answers too. */
  private static String stub(Path root, String path) throws IOException, InterruptedException {
    String best = "";
    int most = 0;
    for (String commit : git(root, "log", "--format=%H", "--", path).lines().toList()) {
      String text = git(root, "show", commit + ":" + path);
      int stubs = text.split("Todo\\.todo\\(|TODO\\(L", -1).length - 1;
      if (stubs > most) {
        most = stubs;
        best = text;
      }
    }
    if (most == 0) {
      throw new LabException(
          Say.text(
              "git knows no stub of %s: clone the course again and copy it from there",
              "git no conoce una versión vacía de %s: clona el curso otra vez y cópiala", path));
    }
    return best;
  }

  private static String git(Path root, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process git =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return git.waitFor() == 0 ? output : "";
  }
}
