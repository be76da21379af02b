package imaging.grader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of an answer that is no Java: a Dockerfile, a manifest.
 *
 * <p>Where the answer lies is in the system property {@code lab.answer}: {@code src/lab} in a
 * student's build, {@code src/solution} with {@code -Psolution}, a copy in the grader's runs. The
 * starter holds the words {@code TODO(L6.1)} in a comment; while they stand there, the file counts as
 * not attempted.
 */
public final class AnswerFile {

  private static final String MARK = "TODO(L";

  private AnswerFile() {}

  /**
   * Reads a file of the answer.
   *
   * @param path below the answer's folder, such as {@code docker/Dockerfile}
   * @throws Todo while the starter's mark stands in it
   * @throws AssertionError if there is no such file
   */
  public static String read(String path) {
    Path file = Path.of(System.getProperty("lab.answer", "src/lab")).resolve(path);
    if (!Files.isRegularFile(file)) {
      throw new AssertionError(
          Say.text(
              "there is no file %s in your answer", "falta el archivo %s en tu respuesta", path));
    }
    try {
      String text = Files.readString(file);
      if (text.contains(MARK)) {
        throw Todo.todo(path);
      }
      return text;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
