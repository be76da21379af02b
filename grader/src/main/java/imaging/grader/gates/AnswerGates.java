package imaging.grader.gates;

import imaging.grader.report.CheckResult;
import imaging.grader.report.Report;
import imaging.grader.report.Status;
import imaging.grader.run.Answer;
import imaging.grader.run.Judge;
import imaging.grader.run.Prepared;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** G1, G2, G4 and G5: answers whose result is known. */
final class AnswerGates {

  private static final int FEWEST_WRONG = 5;
  private static final int FEWEST_ALTERNATIVES = 2;

  private final Prepared prepared;
  private final Path work;

  AnswerGates(Prepared prepared, Path work) {
    this.prepared = prepared;
    this.work = work;
  }

  GateResult starter() {
    Report report = judge().judge(Answer.copyOf(prepared.session(), "lab", work.resolve("answer")));
    List<String> problems = new ArrayList<>();
    for (CheckResult result : report.results()) {
      if (result.status() != Status.NOT_ATTEMPTED && result.status() != Status.NOT_RUN) {
        problems.add(
            "%s is %s on the starter: %s"
                .formatted(result.id(), result.status(), result.message()));
      }
    }
    problems.addAll(report.notes());
    String summary =
        "starter: %d checks, %d/%d points"
            .formatted(report.results().size(), report.score(), report.max());
    return new GateResult("G1", summary, problems, List.of());
  }

  GateResult reference(int rounds) {
    Answer answer = Answer.copyOf(prepared.session(), "solution", work.resolve("answer"));
    List<Report> reports = judge().rounds(answer, rounds);
    List<String> problems = new ArrayList<>();
    for (int round = 0; round < reports.size(); round++) {
      for (CheckResult result : reports.get(round).results()) {
        if (result.status() != Status.PASSED && result.status() != Status.NOT_RUN) {
          problems.add(
              "round %d: %s is %s: %s"
                  .formatted(round, result.id(), result.status(), result.message()));
        }
      }
    }
    long clean = reports.stream().filter(report -> report.score() == report.max()).count();
    String summary =
        "reference: full score in %d of %d rounds in random order".formatted(clean, rounds);
    return new GateResult("G2", summary, problems, List.of());
  }

  GateResult wrong() {
    List<Variant> variants = Variant.of(prepared.session(), "wrong");
    List<String> problems = new ArrayList<>();
    List<String> rows =
        new ArrayList<>(
            List.of(
                "| wrong answer | what its author believed | score | lost |", "|---|---|---|---|"));
    Map<Variant, Report> reports = judged(variants);
    for (Variant variant : variants) {
      Report report = reports.get(variant);
      problems.addAll(differences(variant, report));
      Map<String, Status> lost = lost(report);
      rows.add(
          "| %s | %s | %d/%d | %s |"
              .formatted(
                  variant.id(),
                  variant.expect().idea().en(),
                  report.score(),
                  report.max(),
                  words(lost)));
    }
    if (variants.size() < FEWEST_WRONG) {
      problems.add(
          "only %d wrong answers, at least %d are due".formatted(variants.size(), FEWEST_WRONG));
    }
    String summary = "wrong answers: %d, each loses exactly its points".formatted(variants.size());
    return new GateResult("G4", summary, problems, rows);
  }

  private List<String> differences(Variant variant, Report report) {
    List<String> problems = new ArrayList<>();
    Variant.Expect expect = variant.expect();
    Map<String, Status> lost = lost(report);
    if (expect.score() == null || report.score() != expect.score()) {
      problems.add(
          "%s: score is %d, expected %s".formatted(variant.id(), report.score(), expect.score()));
    }
    if (!lost.keySet().equals(expect.fails().keySet())) {
      problems.add(
          "%s: lost %s, expected %s"
              .formatted(variant.id(), describe(report, lost), expect.fails().keySet()));
    }
    expect
        .fails()
        .forEach(
            (id, words) -> {
              String message = lost.containsKey(id) ? report.result(id).message() : "";
              if (lost.containsKey(id) && !(has(message, words.en()) && has(message, words.es()))) {
                problems.add(
                    "%s: %s says \"%s\", expected the words \"%s\" and \"%s\""
                        .formatted(variant.id(), id, message, words.en(), words.es()));
              }
            });
    return problems;
  }

  GateResult alternatives() {
    List<Variant> variants = Variant.of(prepared.session(), "alt");
    List<String> problems = new ArrayList<>();
    List<String> rows =
        new ArrayList<>(List.of("| other right answer | its approach | score |", "|---|---|---|"));
    Map<Variant, Report> reports = judged(variants);
    for (Variant variant : variants) {
      Report report = reports.get(variant);
      Map<String, Status> lost = lost(report);
      if (report.score() != report.max()) {
        problems.add("%s: lost %s".formatted(variant.id(), describe(report, lost)));
      }
      rows.add(
          "| %s | %s | %d/%d |"
              .formatted(variant.id(), variant.expect().idea().en(), report.score(), report.max()));
    }
    if (variants.size() < FEWEST_ALTERNATIVES) {
      problems.add(
          "only %d alternatives, at least %d are due"
              .formatted(variants.size(), FEWEST_ALTERNATIVES));
    }
    String summary = "other right answers: %d, full score each".formatted(variants.size());
    return new GateResult("G5", summary, problems, rows);
  }

  /** Judges all variants, as many at once as there are processors; each has folders of its own. */
  private Map<Variant, Report> judged(List<Variant> variants) {
    return variants.parallelStream().collect(Collectors.toConcurrentMap(v -> v, this::judged));
  }

  private Report judged(Variant variant) {
    Path folder = work.resolve(variant.id());
    return new Judge(prepared, folder.resolve("judge"))
        .with("lab.lang", "both")
        .judge(variant.build(prepared.session(), folder.resolve("answer")));
  }

  private Judge judge() {
    return new Judge(prepared, work.resolve("judge")).with("lab.lang", "both");
  }

  private static Map<String, Status> lost(Report report) {
    Map<String, Status> lost = new TreeMap<>();
    report.results().stream()
        .filter(result -> result.status() != Status.PASSED && result.status() != Status.NOT_RUN)
        .forEach(result -> lost.put(result.id(), result.status()));
    return lost;
  }

  private static String words(Map<String, Status> lost) {
    return String.join(
        ", ",
        lost.entrySet().stream()
            .map(e -> e.getValue() == Status.FAILED ? e.getKey() : e.getKey() + " " + e.getValue())
            .toList());
  }

  private static String describe(Report report, Map<String, Status> lost) {
    return String.join(
        "; ",
        lost.keySet().stream()
            .map(id -> id + " " + lost.get(id) + " \"" + report.result(id).message() + '"')
            .toList());
  }

  private static boolean has(String message, String words) {
    return message.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }
}
