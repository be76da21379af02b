package imaging.grader.run;

import imaging.grader.Say;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles Java files in this process. */
public final class AnswerCompiler {

  private static final int COURSE_JAVA = 25;

  private AnswerCompiler() {}

  /** One error of the compiler: the file, the line, and the first line of what it said. */
  public record Fault(Path file, long line, String message) {
    @Override
    public String toString() {
      return "%s:%d: %s".formatted(file.getFileName(), line, message);
    }
  }

  /** What became of a compilation; the classes are usable only if there are no errors. */
  public record Compiled(Path classes, List<Fault> errors) {
    public boolean succeeded() {
      return errors.isEmpty();
    }
  }

  /**
   * Compiles the files into a folder, without annotation processors.
   *
   * @throws LabException if this Java is too old or has no compiler
   */
  public static Compiled compile(List<Path> sources, List<Path> classpath, Path into) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null || Runtime.version().feature() < COURSE_JAVA) {
      throw new LabException(
          Say.text(
              "JDK %d is needed and this is Java %d: run ./lab doctor",
              "hace falta el JDK %d y este es Java %d: usa ./lab doctor",
              COURSE_JAVA,
              Runtime.version().feature()));
    }
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, Locale.ROOT, null)) {
      Files.createDirectories(into);
      if (sources.isEmpty()) {
        return new Compiled(into, List.of());
      }
      List<String> options =
          List.of(
              "-d",
              into.toString(),
              "-cp",
              joined(classpath),
              "-proc:none",
              "-g",
              "-parameters",
              "-nowarn");
      compiler
          .getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return new Compiled(into, errors(found));
  }

  private static List<Fault> errors(DiagnosticCollector<JavaFileObject> found) {
    return found.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .map(
            d ->
                new Fault(
                    d.getSource() == null ? Path.of("?") : Path.of(d.getSource().toUri()),
                    d.getLineNumber(),
                    d.getMessage(Locale.ROOT).lines().findFirst().orElse("")))
        .toList();
  }

  static String joined(List<Path> classpath) {
    return classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
