package imaging.grader.gates;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import imaging.grader.run.Answer;
import imaging.grader.run.AnswerCompiler;
import imaging.grader.run.Judge;
import imaging.grader.run.LabException;
import imaging.grader.run.Prepared;
import imaging.grader.run.Tree;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * G3: PIT changes the reference one place at a time; the lab checks must notice each change, but for
 * those listed by hand in src/solution/mutants.yaml with the reason why they change nothing.
 */
final class MutationGate {

  /** Mutants that mean the same as the original, or that no check can tell apart. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Equivalent(
      @JsonProperty("class") String type, String method, String mutator, int count, String why) {
    String key() {
      return type + " " + method + " " + mutator;
    }
  }

  private final Prepared prepared;
  private final Path work;

  MutationGate(Prepared prepared, Path work) {
    this.prepared = prepared;
    this.work = work;
  }

  GateResult run() {
    Answer answer = Answer.copyOf(prepared.session(), "solution", work.resolve("answer"));
    AnswerCompiler.Compiled compiled = new Judge(prepared, work.resolve("judge")).compile(answer);
    Path reports = work.resolve("pit");
    Tree.delete(reports);
    callPit(compiled.classes(), answer, reports);
    List<Mutant> mutants = Mutant.read(reports.resolve("mutations.xml"));
    return judge(mutants, equivalents());
  }

  private GateResult judge(List<Mutant> mutants, List<Equivalent> listed) {
    Map<String, List<Mutant>> survivors =
        mutants.stream()
            .filter(mutant -> !mutant.detected())
            .collect(Collectors.groupingBy(Mutant::key, TreeMap::new, Collectors.toList()));
    Map<String, Integer> allowed =
        listed.stream().collect(Collectors.toMap(Equivalent::key, Equivalent::count, Integer::sum));
    List<String> problems = new ArrayList<>();
    survivors.forEach(
        (key, alive) -> {
          if (alive.size() > allowed.getOrDefault(key, 0)) {
            problems.add(
                "%d mutants of %s survive, %d are listed: %s"
                    .formatted(alive.size(), key, allowed.getOrDefault(key, 0), alive));
          }
        });
    if (mutants.isEmpty()) {
      problems.add("PIT made no mutants");
    }
    long killed = mutants.stream().filter(Mutant::detected).count();
    long alive = mutants.size() - killed;
    String summary =
        "mutants of the reference: %d of %d killed%s"
            .formatted(
                killed,
                mutants.size(),
                alive == 0 ? "" : ", %d listed as equivalent".formatted(alive));
    List<String> rows = new ArrayList<>();
    if (!listed.isEmpty()) {
      rows.addAll(
          List.of("| surviving mutants | how many | why they change nothing |", "|---|---|---|"));
      listed.forEach(
          e ->
              rows.add(
                  "| %s.%s %s | %d | %s |"
                      .formatted(
                          e.type().replaceFirst(".*\\.", ""),
                          e.method(),
                          e.mutator(),
                          e.count(),
                          e.why())));
    }
    return new GateResult("G3", summary, problems, rows);
  }

  private List<Equivalent> equivalents() {
    Path file = prepared.session().dir().resolve("src/solution/mutants.yaml");
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<Equivalent> all =
          YAMLMapper.builder().build().readValue(file.toFile(), new TypeReference<>() {});
      return all.stream().filter(one -> one.type() != null).toList(); // the others are G7's
    } catch (IOException wrong) {
      throw new LabException(file + ": " + wrong.getMessage());
    }
  }

  private void callPit(Path classes, Answer answer, Path reports) {
    String types =
        Tree.files(classes).stream()
            .map(
                file ->
                    classes.relativize(file.getParent()).toString().replace(File.separatorChar, '.')
                        + ".*")
            .distinct()
            .collect(Collectors.joining(","));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.pitest.mutationtest.commandline.MutationCoverageReport");
    command.addAll(List.of("--reportDir", reports.toString(), "--outputFormats", "XML"));
    command.addAll(
        List.of("--timestampedReports=false", "--threads", "2", "--timeoutConst", "3000"));
    command.addAll(List.of("--targetClasses", types, "--targetTests", types));
    command.addAll(List.of("--sourceDirs", answer.java().toString()));
    command.addAll(List.of("--mutableCodePaths", classes.toString()));
    command.addAll(List.of("--classPath", classpath(classes)));
    String answerIs = ",-Dlab.answer=" + answer.folder().toAbsolutePath();
    command.addAll(
        List.of(
            "--jvmArgs", "-Dlab.report=off,-Dlab.strict=true,-Djava.awt.headless=true" + answerIs));
    try {
      Files.createDirectories(reports);
      Process pit =
          new ProcessBuilder(command)
              .directory(prepared.session().dir().toFile())
              .redirectErrorStream(true)
              .redirectOutput(reports.resolve("pit.log").toFile())
              .start();
      if (pit.waitFor() != 0) {
        throw new LabException("PIT failed, see " + reports.resolve("pit.log"));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LabException("stopped");
    }
  }

  private String classpath(Path classes) {
    List<Path> path = new ArrayList<>(List.of(classes, prepared.checks()));
    path.addAll(prepared.libraries());
    path.add(prepared.session().dir().resolve("src/test/resources"));
    return path.stream().filter(Files::exists).map(Path::toString).collect(Collectors.joining(","));
  }
}
