package imaging.grader.run;

import imaging.grader.Say;
import imaging.grader.report.CheckResult;
import imaging.grader.report.Journal;
import imaging.grader.report.Report;
import imaging.grader.report.SessionSpec.Lab;
import imaging.grader.report.Status;
import imaging.grader.run.AnswerCompiler.Compiled;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From an answer to a report. A file that does not compile costs the checks of its own lab only: it
 * is replaced by its stub, and the checks that then find the stub are reported as failed, with what
 * the compiler said.
 */
public final class Judge {

  private final Prepared prepared;
  private final Path work;
  private final Map<String, String> properties = new LinkedHashMap<>();

  /**
   * @param work a folder for compiled answers and journals; two judges need two
   */
  public Judge(Prepared prepared, Path work) {
    this.prepared = prepared;
    this.work = work;
  }

  /** Sets a system property of the test JVM, such as {@code lab.lang}. */
  public Judge with(String property, String value) {
    properties.put(property, value);
    return this;
  }

  /** {@return the report of an answer; never throws for anything the answer does} */
  public Report judge(Answer answer) {
    Map<Path, String> broken = new LinkedHashMap<>();
    Compiled compiled = compile(answer);
    while (!compiled.succeeded() && stubOut(answer, compiled, broken)) {
      compiled = compile(answer);
    }
    List<CheckResult> results = new ArrayList<>();
    if (compiled.succeeded()) {
      results.addAll(run(answer).once(compiled.classes()));
      results.replaceAll(result -> withCompilerError(result, answer, broken));
    } else {
      String error = doesNotCompile(compiled.errors().get(0).toString());
      prepared
          .session()
          .spec()
          .checks()
          .forEach(check -> results.add(new CheckResult(check.id(), Status.FAILED, error, "")));
    }
    return Report.of(prepared.session().spec(), results, answer.notes());
  }

  /** {@return what several rounds of an answer that compiles reported, all but the first shuffled} */
  public List<Report> rounds(Answer answer, int rounds) {
    Compiled compiled = compile(answer);
    if (!compiled.succeeded()) {
      throw new LabException(doesNotCompile(compiled.errors().get(0).toString()));
    }
    List<Journal.Content> contents = run(answer).rounds(compiled.classes(), rounds, Set.of());
    return contents.stream()
        .map(content -> Report.of(prepared.session().spec(), content.results(), List.of()))
        .toList();
  }

  /** {@return the folder with an answer's classes, for tools that run them in their own way} */
  public Compiled compile(Answer answer) {
    Path classes = work.resolve("classes");
    Tree.delete(classes);
    List<Path> files = Tree.javaFiles(answer.java());
    Compiled compiled = AnswerCompiler.compile(files, prepared.classpathFor(classes), classes);
    return compiled.succeeded()
        ? new Compiled(classes, withoutTheirClass(answer, files, classes))
        : compiled;
  }

  /** An empty file compiles too, but a check class that names its class could not even be loaded. */
  private static List<AnswerCompiler.Fault> withoutTheirClass(
      Answer answer, List<Path> files, Path classes) {
    return files.stream()
        .filter(file -> !file.endsWith("package-info.java"))
        .filter(file -> !Files.exists(classes.resolve(classFile(answer, file))))
        .map(
            file ->
                new AnswerCompiler.Fault(
                    file, 1, "the class of this file's name and folder is missing"))
        .toList();
  }

  private static String classFile(Answer answer, Path file) {
    return answer.java().relativize(file).toString().replaceFirst("java$", "class");
  }

  private ChildRun run(Answer answer) {
    Map<String, String> all = new LinkedHashMap<>(properties);
    all.put("lab.answer", answer.folder().toAbsolutePath().toString());
    return new ChildRun(prepared, work.resolve("run"), all);
  }

  /** Replaces each file with an error by its stub; false if that cannot help any more. */
  private boolean stubOut(Answer answer, Compiled compiled, Map<Path, String> broken) {
    boolean changed = false;
    for (AnswerCompiler.Fault error : compiled.errors()) {
      Path file = error.file();
      if (!file.startsWith(answer.java()) || broken.containsKey(file)) {
        continue;
      }
      broken.put(file, error.toString());
      replace(file, answer.folder().relativize(file).toString());
      changed = true;
    }
    return changed;
  }

  /** By the starter's stub; where that is the broken file itself, as on a student's own machine, by the reference. */
  private void replace(Path file, String name) {
    Path stub = prepared.session().dir().resolve("src/lab").resolve(name);
    Path reference = prepared.session().dir().resolve("src/solution").resolve(name);
    if (Files.exists(stub) && !Tree.same(stub, file)) {
      Tree.copy(stub, file);
    } else if (Files.exists(reference)) {
      Tree.copy(reference, file);
    } else {
      Tree.delete(file);
    }
  }

  private CheckResult withCompilerError(
      CheckResult result, Answer answer, Map<Path, String> broken) {
    Lab lab = prepared.session().spec().lab(result.id()).orElse(null);
    if (lab == null) {
      return result;
    }
    return broken.entrySet().stream()
        .filter(
            entry -> result.status() == Status.NOT_ATTEMPTED || isReference(answer, entry.getKey()))
        .filter(
            entry -> lab.files().contains("src/lab/" + answer.folder().relativize(entry.getKey())))
        .findFirst()
        .map(
            entry ->
                new CheckResult(result.id(), Status.FAILED, doesNotCompile(entry.getValue()), ""))
        .orElse(result);
  }

  /** Whether the reference stands in for this file: then no point may be won with it. */
  private boolean isReference(Answer answer, Path file) {
    String name = answer.folder().relativize(file).toString();
    Path reference = prepared.session().dir().resolve("src/solution").resolve(name);
    return Files.exists(reference) && Files.exists(file) && Tree.same(reference, file);
  }

  private static String doesNotCompile(String error) {
    return Say.text("does not compile: %s", "no compila: %s", error);
  }
}
