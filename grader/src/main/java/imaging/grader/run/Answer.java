package imaging.grader.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of one answer, below a folder that stands for {@code src/lab}: {@code java/…}, {@code
 * k8s/…} and so on.
 *
 * @param folder where they were put together
 * @param notes what was left out, and why
 */
public record Answer(Path folder, List<String> notes) {

  /** {@return a copy of a session's answers of one kind: {@code lab}, {@code solution}} */
  public static Answer copyOf(Course.Session session, String kind, Path into) {
    Tree.delete(into);
    Tree.copyAll(session.dir().resolve("src").resolve(kind), into);
    return new Answer(into, List.of());
  }

  /**
   * Lays the files of a submission over the starter's, but only in places where a student may write:
   * folders that the starter's own {@code src/lab} has. Anything else is left out with a note.
   */
  public static Answer submitted(Course.Session session, Path submission, Path into) {
    Answer starter = copyOf(session, "lab", into);
    Path theirs = submission.resolve(session.name()).resolve("src/lab");
    List<String> notes = new ArrayList<>();
    for (Path file : Tree.files(theirs)) {
      Path place = into.resolve(theirs.relativize(file).toString()).normalize();
      if (place.startsWith(into) && Files.isDirectory(place.getParent())) {
        Tree.copy(file, place);
      } else {
        notes.add("left out (not a place for answers): src/lab/" + theirs.relativize(file));
      }
    }
    notes.addAll(changedOutside(session, submission));
    return new Answer(starter.folder(), List.copyOf(notes));
  }

  /** Edited checks change nothing, since they are never copied; the instructor may want to know. */
  private static List<String> changedOutside(Course.Session session, Path submission) {
    Path theirs = submission.resolve(session.name()).resolve("src/test");
    Path ours = session.dir().resolve("src/test");
    return Tree.files(theirs).stream()
        .filter(file -> differs(file, ours.resolve(theirs.relativize(file).toString())))
        .map(file -> "ignored (a changed check): src/test/" + theirs.relativize(file))
        .toList();
  }

  private static boolean differs(Path one, Path other) {
    return !Files.exists(other) || !Tree.same(one, other);
  }

  /** {@return the folder of the Java files} */
  public Path java() {
    return folder.resolve("java");
  }
}
