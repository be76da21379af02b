package imaging.grader.cli;

import imaging.grader.Say;
import imaging.grader.report.SessionSpec.Lab;
import imaging.grader.report.SessionSpec.Text;
import imaging.grader.run.Course;
import imaging.grader.run.LabException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "hint", description = "One more of the three hints of a lab; they cost nothing.")
final class HintCommand implements Callable<Integer> {

  @Parameters(paramLabel = "LAB", description = "such as L4.2")
  private String wanted = "";

  @Option(names = "--again", description = "start with the first hint again")
  private boolean again;

  @Override
  public Integer call() throws IOException {
    Course course = LabMain.course();
    Lab lab =
        course
            .session(wanted)
            .spec()
            .lab(wanted)
            .orElseThrow(
                () ->
                    new LabException(
                        Say.text(
                            "there is no lab %s: see ./lab next",
                            "no existe el laboratorio %s: mira ./lab next", wanted)));
    Path file = course.root().resolve(".lab/hints.properties");
    Properties seen = load(file);
    int number = again ? 0 : Integer.parseInt(seen.getProperty(lab.id(), "0"));
    List<Text> hints = lab.hints();
    int shown = Math.min(number, hints.size() - 1);
    System.out.println(
        Say.text("%s hint %d of %d: ", "%s pista %d de %d: ", lab.id(), shown + 1, hints.size())
            + hints.get(shown));
    if (number >= hints.size()) {
      System.out.println(
          Say.text(
              "That was the last one (--again starts over).",
              "Era la última (--again vuelve a empezar)."));
    }
    seen.setProperty(lab.id(), Integer.toString(Math.min(number + 1, hints.size())));
    save(file, seen);
    return 0;
  }

  private static Properties load(Path file) throws IOException {
    Properties seen = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        seen.load(reader);
      }
    }
    return seen;
  }

  private static void save(Path file, Properties seen) throws IOException {
    Files.createDirectories(file.getParent());
    try (Writer writer = Files.newBufferedWriter(file)) {
      seen.store(writer, "hints shown so far, a lab a line");
    }
  }
}
