package imaging.grader.run;

import imaging.grader.Say;
import imaging.grader.report.SessionSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A checkout of the course.
 *
 * @param root the folder with the parent POM
 */
public record Course(Path root) {

  /** One session: its folder and its lab.yaml. */
  public record Session(Path dir, SessionSpec spec) {

    /** {@return the name of the folder, which is the Maven module} */
    public String name() {
      return dir.getFileName().toString();
    }
  }

  /**
   * {@return the course that this folder or one above it belongs to}
   *
   * @throws LabException if there is none
   */
  public static Course around(Path folder) {
    for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("pom.xml")) && Files.isDirectory(at.resolve("grader"))) {
        return new Course(at);
      }
    }
    throw new LabException(
        Say.text(
            "this is not inside the course: change into its folder",
            "esto no está dentro del curso: entra en su carpeta"));
  }

  /** {@return the sessions that have labs, in order} */
  public List<Session> sessions() {
    try (Stream<Path> dirs = Files.list(root)) {
      return dirs.filter(dir -> dir.getFileName().toString().matches("session\\d\\d-.*"))
          .filter(dir -> Files.exists(dir.resolve("lab.yaml")))
          .sorted()
          .map(dir -> new Session(dir, SessionSpec.read(dir.resolve("lab.yaml"))))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * {@return the session of a number, a folder's name, or the id of a lab or check: 4, 04,
   * session04-redis, L4.2}
   */
  public Session session(String wanted) {
    String number = wanted.replaceFirst("^L(\\d+).*", "$1").replaceFirst("^session(\\d+).*", "$1");
    return sessions().stream()
        .filter(s -> number.matches("\\d+") && Integer.parseInt(number) == numberOf(s))
        .findFirst()
        .orElseThrow(
            () ->
                new LabException(
                    Say.text(
                        "no session or lab is called %s: try 01, L1.2 or ./lab status",
                        "no hay sesión ni laboratorio %s: prueba 01, L1.2 o ./lab status",
                        wanted)));
  }

  private static int numberOf(Session session) {
    return Integer.parseInt(session.spec().session());
  }
}
