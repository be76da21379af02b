package imaging.grader.report;

/**
 * How one check ended.
 *
 * @param id as in lab.yaml
 * @param message one line for the student, empty where the check passed
 * @param where file and line in the student's answer, or empty
 */
public record CheckResult(String id, Status status, String message, String where) {

  CheckResult withStatus(Status other) {
    return new CheckResult(id, other, message, where);
  }
}
