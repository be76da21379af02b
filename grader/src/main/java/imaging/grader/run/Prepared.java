package imaging.grader.run;

import imaging.grader.Say;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A session made ready to judge answers: what its checks need, and the checks, compiled.
 *
 * @param session which one
 * @param libraries its src/main, the sessions before it and all libraries
 * @param checks the compiled checks, without any answer
 */
public record Prepared(Course.Session session, List<Path> libraries, Path checks) {

  private static final String CLASSPATH_FILE = "target/lab/classpath.txt";

  /** Prepares a session; quick when nothing has changed since the last time. */
  public static Prepared of(Course.Session session) {
    Path dir = session.dir();
    Path file = dir.resolve(CLASSPATH_FILE);
    Path checks = dir.resolve("target/lab/checks");
    if (isStale(file, session)) {
      Maven.classpath(session, CLASSPATH_FILE);
      Tree.delete(checks);
    }
    List<Path> libraries = new ArrayList<>(List.of(dir.resolve("target/classes")));
    try {
      Arrays.stream(Files.readString(file).strip().split(File.pathSeparator))
          .map(Path::of)
          .forEach(libraries::add);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return of(session, libraries);
  }

  /** Prepares a session whose libraries are known already. */
  public static Prepared of(Course.Session session, List<Path> libraries) {
    Path checks = session.dir().resolve("target/lab/checks");
    Prepared prepared = new Prepared(session, List.copyOf(libraries), checks);
    if (!Files.isDirectory(checks)) {
      prepared.compileChecks();
    }
    return prepared;
  }

  private static boolean isStale(Path file, Course.Session session) {
    Path root = session.dir().getParent();
    try {
      FileTime made = Files.getLastModifiedTime(file);
      List<Path> inputs =
          new ArrayList<>(List.of(root.resolve("pom.xml"), root.resolve("grader/src/main")));
      inputs.add(session.dir().resolve("src/test"));
      inputs.add(session.dir().resolve("src/solution"));
      try (Stream<Path> dirs = Files.list(root)) {
        dirs.filter(dir -> dir.getFileName().toString().startsWith("session"))
            .filter(dir -> dir.compareTo(session.dir()) <= 0)
            .forEach(
                dir -> inputs.addAll(List.of(dir.resolve("pom.xml"), dir.resolve("src/main"))));
      }
      inputs.removeIf(input -> !Files.exists(input));
      return Tree.anyNewer(made, inputs);
    } catch (IOException absent) {
      return true;
    }
  }

  /** The checks compile against the reference, which has the same signatures as the stubs. */
  private void compileChecks() {
    Path referenceClasses = session.dir().resolve("target/lab/reference");
    Path tests = session.dir().resolve("src/test/java");
    List<Path> sources =
        Tree.javaFiles(tests).stream().filter(file -> file.getParent().endsWith("lab")).toList();
    Tree.delete(referenceClasses);
    AnswerCompiler.Compiled reference =
        AnswerCompiler.compile(
            Tree.javaFiles(session.dir().resolve("src/solution/java")),
            libraries,
            referenceClasses);
    List<Path> path = Stream.concat(libraries.stream(), Stream.of(referenceClasses)).toList();
    AnswerCompiler.Compiled done =
        reference.succeeded() ? AnswerCompiler.compile(sources, path, checks) : reference;
    if (!done.succeeded()) {
      Tree.delete(checks);
      throw new LabException(
          Say.text(
              "the checks of %s do not compile: %s",
              "las comprobaciones de %s no compilan: %s", session.name(), done.errors().get(0)));
    }
  }

  /** {@return the class path for an answer: what is trusted first, the answer last} */
  List<Path> classpathFor(Path answer) {
    List<Path> path = new ArrayList<>(List.of(checks));
    path.addAll(libraries);
    path.add(session.dir().resolve("src/test/resources"));
    path.add(answer);
    return path;
  }
}
