package imaging.grader.report;

import imaging.grader.report.SessionSpec.CheckSpec;
import imaging.grader.report.SessionSpec.Lab;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The result of each check of a session, once, in the order of lab.yaml.
 *
 * @param notes what a reader should know besides, such as files that were left out
 */
public record Report(SessionSpec spec, List<CheckResult> results, List<String> notes) {

  /**
   * Brings results in order. An id that never came, or came twice, is a fault of the grader; a
   * failure whose prerequisite failed too is blocked by it.
   */
  public static Report of(SessionSpec spec, List<CheckResult> found, List<String> notes) {
    Map<String, List<CheckResult>> byId =
        found.stream().collect(Collectors.groupingBy(CheckResult::id));
    List<String> allNotes = new ArrayList<>(notes);
    Set<String> known = spec.checks().map(CheckSpec::id).collect(Collectors.toSet());
    byId.keySet().stream()
        .filter(id -> !known.contains(id))
        .sorted()
        .forEach(id -> allNotes.add("GRADER ERROR: a check claims the unknown id " + id));
    Map<String, CheckResult> once = new LinkedHashMap<>();
    spec.checks().forEach(check -> once.put(check.id(), single(check.id(), byId)));
    spec.checks()
        .forEach(check -> once.computeIfPresent(check.id(), (id, r) -> blocked(check, r, once)));
    return new Report(spec, List.copyOf(once.values()), List.copyOf(allNotes));
  }

  private static CheckResult single(String id, Map<String, List<CheckResult>> byId) {
    List<CheckResult> results = byId.getOrDefault(id, List.of());
    return switch (results.size()) {
      case 0 -> new CheckResult(id, Status.GRADER_ERROR, "no check with this id ran", "");
      case 1 -> results.get(0);
      default -> new CheckResult(id, Status.GRADER_ERROR, "several checks have this id", "");
    };
  }

  private static CheckResult blocked(
      CheckSpec check, CheckResult result, Map<String, CheckResult> all) {
    boolean lost = result.status() == Status.FAILED || result.status() == Status.TIMEOUT;
    boolean because =
        check.needs().stream().anyMatch(id -> all.get(id).status().isAttemptedAndLost());
    return lost && because ? result.withStatus(Status.BLOCKED) : result;
  }

  /** {@return all points won, never more than the maximum} */
  public int score() {
    return Math.min(max(), spec.labs().stream().mapToInt(this::score).sum());
  }

  /** {@return the points won in one lab, bonus included} */
  public int score(Lab lab) {
    return lab.checks().stream()
        .filter(check -> result(check.id()).status() == Status.PASSED)
        .mapToInt(CheckSpec::points)
        .sum();
  }

  public int max() {
    return spec.max();
  }

  /** {@return the result of the check with this id, which must be one of the session's} */
  public CheckResult result(String id) {
    return results.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
  }

  /** {@return the result that a student should look at first in this lab} */
  public CheckResult mostUrgent(Lab lab) {
    return lab.checks().stream()
        .map(check -> result(check.id()))
        .min(Comparator.comparing(CheckResult::status))
        .orElseThrow();
  }

  /** {@return whether each id of lab.yaml, and no other, was reported exactly once by a sane check} */
  public boolean isValid() {
    return results.stream().noneMatch(r -> r.status() == Status.GRADER_ERROR)
        && notes.stream().noneMatch(note -> note.startsWith("GRADER ERROR"));
  }
}
