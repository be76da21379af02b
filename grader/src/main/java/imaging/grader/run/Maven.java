package imaging.grader.run;

import imaging.grader.Say;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Calls Maven where only Maven knows the answer: the class path of a session. */
final class Maven {

  private Maven() {}

  /** Compiles a session's src/main with all it needs and leaves its class path in the file. */
  static void classpath(Course.Session session, String relativeFile) {
    Path root = session.dir().getParent();
    List<String> command = new ArrayList<>(List.of(executable(), "-q", "-pl", session.name()));
    command.addAll(
        List.of(
            "compile",
            "dependency:build-classpath",
            "-Dmdep.includeScope=test",
            "-Dmdep.outputFile=" + relativeFile));
    Path log = session.dir().resolve("target/lab/maven.log");
    try {
      Files.createDirectories(log.getParent());
      Process maven =
          new ProcessBuilder(command)
              .directory(root.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (maven.waitFor() != 0) {
        throw new LabException(
            Say.text(
                "Maven could not compile %s (its answers are not part of this): see %s",
                "Maven no ha podido compilar %s (sin contar las respuestas): mira %s",
                session.name(),
                root.relativize(log)));
      }
    } catch (IOException absent) {
      throw new LabException(
          Say.text(
              "Maven was not found: install it, or set MAVEN to its path (./lab doctor)",
              "no se encuentra Maven: instálalo o pon su ruta en MAVEN (./lab doctor)"));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LabException(Say.text("stopped", "detenido"));
    }
  }

  /** {@return the command that starts Maven on this system} */
  static String executable() {
    String windows = System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
    return System.getenv().getOrDefault("MAVEN", windows);
  }
}
