package imaging.grader.gates;

import java.util.List;

/**
 * What one gate found in one session.
 *
 * @param gate G1 to G7
 * @param summary one line with the figures
 * @param problems empty if the gate holds
 * @param details Markdown lines for docs/quality.md
 */
public record GateResult(String gate, String summary, List<String> problems, List<String> details) {

  public GateResult {
    problems = List.copyOf(problems);
    details = List.copyOf(details);
  }

  /** {@return whether the gate holds} */
  public boolean holds() {
    return problems.isEmpty();
  }
}
