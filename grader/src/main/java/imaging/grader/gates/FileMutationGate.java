package imaging.grader.gates;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import imaging.grader.gates.FileMutants.FileMutant;
import imaging.grader.report.Report;
import imaging.grader.report.Status;
import imaging.grader.run.Answer;
import imaging.grader.run.Judge;
import imaging.grader.run.LabException;
import imaging.grader.run.Prepared;
import imaging.grader.run.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * G7: the reference's files that are no Java are changed one place at a time; the checks must notice,
 * but for what src/solution/mutants.yaml lists with {@code file}, a pattern {@code place}, and why.
 */
final class FileMutationGate {

  /** Places where a change means nothing to the lab. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Listed(String file, String place, String why) {
    boolean covers(String changed, FileMutant mutant) {
      return changed.equals(file) && (mutant.change() + " " + mutant.place()).matches(place);
    }
  }

  private record Tried(String file, FileMutant mutant, boolean killed) {}

  private final Prepared prepared;
  private final Path work;

  FileMutationGate(Prepared prepared, Path work) {
    this.prepared = prepared;
    this.work = work.resolve("files");
  }

  GateResult run() {
    Path reference = prepared.session().dir().resolve("src/solution");
    List<Listed> listed = listed(reference.resolve("mutants.yaml"));
    List<Tried> all = new ArrayList<>();
    for (Path file : Tree.files(reference)) {
      String name = reference.relativize(file).toString();
      if (!name.startsWith("java") && !name.equals("mutants.yaml")) {
        List<FileMutant> mutants = FileMutants.of(name, read(file));
        mutants.parallelStream().map(m -> tried(name, m)).forEachOrdered(all::add);
      }
    }
    List<String> problems = new ArrayList<>();
    for (Tried tried : all) {
      if (!tried.killed()
          && listed.stream().noneMatch(one -> one.covers(tried.file(), tried.mutant()))) {
        problems.add(
            "%s: %s %s is not noticed"
                .formatted(tried.file(), tried.mutant().change(), tried.mutant().place()));
      }
    }
    long killed = all.stream().filter(Tried::killed).count();
    String summary =
        all.isEmpty()
            ? "no files but Java"
            : "mutants of other files: %d of %d noticed, %d%%%s"
                .formatted(
                    killed,
                    all.size(),
                    killed * 100 / all.size(),
                    listed.isEmpty() ? "" : ", the rest listed");
    List<String> rows = new ArrayList<>();
    if (!listed.isEmpty()) {
      rows.addAll(List.of("| places that may change | why |", "|---|---|"));
      listed.forEach(
          one ->
              rows.add(
                  "| %s `%s` | %s |"
                      .formatted(one.file(), one.place().replace("|", "\\|"), one.why())));
    }
    return new GateResult("G7", summary, problems, rows);
  }

  private Tried tried(String file, FileMutant mutant) {
    Path own = work.resolve(Integer.toHexString((file + mutant).hashCode()));
    Answer answer = Answer.copyOf(prepared.session(), "solution", own.resolve("answer"));
    try {
      Files.writeString(answer.folder().resolve(file), mutant.text());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    Report report = new Judge(prepared, own.resolve("judge")).judge(answer);
    boolean killed =
        report.results().stream()
            .anyMatch(r -> r.status() != Status.PASSED && r.status() != Status.NOT_RUN);
    Tree.delete(own);
    return new Tried(file, mutant, killed);
  }

  private static List<Listed> listed(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<Listed> all =
          YAMLMapper.builder().build().readValue(file.toFile(), new TypeReference<>() {});
      return all.stream().filter(one -> one.file() != null).toList();
    } catch (IOException wrong) {
      throw new LabException(file + ": " + wrong.getMessage());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
