package imaging.grader.run;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A course of one tiny session, copied to a folder of its own, to judge answers with. */
public final class Toy {

  private Toy() {}

  /** Copies the session of src/test/fixture below a folder and prepares it. */
  public static Prepared prepare(Path root) {
    Path dir = root.resolve("session01-toy");
    Tree.copyAll(Path.of("src/test/fixture/session01-toy"), dir);
    List<Path> libraries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    Course.Session session = new Course(root).sessions().get(0);
    return Prepared.of(session, libraries);
  }
}
