package imaging.grader.report;

import imaging.grader.Outcome;
import imaging.grader.Say;
import java.util.List;
import java.util.Optional;

/** From a throwable to a status, one line of explanation, and a place in the student's answer. */
final class Explain {

  private static final int LONGEST_DETAIL = 160;

  private Explain() {}

  static CheckResult result(String id, Optional<Throwable> failure, List<SessionSpec.Lab> labs) {
    return failure
        .map(f -> new CheckResult(id, status(f), message(f), where(f, id, labs)))
        .orElse(new CheckResult(id, Status.PASSED, "", ""));
  }

  private static Status status(Throwable failure) {
    if (failure instanceof Outcome.NotAttempted
        || failure instanceof Outcome.NotAttemptedButStrict) {
      return Status.NOT_ATTEMPTED;
    }
    if (failure instanceof Outcome.NotRun) {
      return Status.NOT_RUN;
    }
    if (failure instanceof Outcome.TimedOut) {
      return Status.TIMEOUT;
    }
    return failure instanceof Outcome.GraderFault ? Status.GRADER_ERROR : Status.FAILED;
  }

  private static String message(Throwable failure) {
    String text = failure.getMessage() == null ? "" : failure.getMessage().strip();
    if (failure instanceof LinkageError) {
      return Say.text(
          "a class or method that the check calls is missing, or its signature differs: %s",
          "falta una clase o un método que la comprobación llama, o su firma es otra: %s",
          oneLine(text));
    }
    if (failure instanceof AssertionError
        || failure instanceof Outcome.NotRun
        || isAborted(failure)) {
      return fromAssertion(text);
    }
    return Say.text("unexpected %s", "%s inesperada", failure.getClass().getSimpleName())
        + (text.isEmpty() ? "" : ": " + oneLine(text));
  }

  private static boolean isAborted(Throwable failure) {
    return failure instanceof Outcome.NotAttempted;
  }

  /** AssertJ writes "[why] \nexpected: 3\n but was: 0"; the reader wants "why (expected: 3 but was: 0)". */
  private static String fromAssertion(String text) {
    int end = text.indexOf("] \n");
    if (!text.startsWith("[") || end < 0) {
      return text.startsWith("[") && text.endsWith("]")
          ? oneLine(text.substring(1, text.length() - 1))
          : oneLine(text);
    }
    String detail = oneLine(text.substring(end + 2));
    return unbroken(text.substring(1, end)) + (detail.isEmpty() ? "" : " (" + detail + ")");
  }

  private static String oneLine(String text) {
    String line = unbroken(text);
    return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
  }

  private static String unbroken(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** The first frame, of the failure or of a cause, that lies in a file the student edits. */
  private static String where(Throwable failure, String id, List<SessionSpec.Lab> labs) {
    List<String> files =
        labs.stream()
            .filter(lab -> id.startsWith(lab.id() + "."))
            .flatMap(lab -> lab.files().stream())
            .toList();
    for (Throwable t = failure; t != null; t = t.getCause()) {
      for (StackTraceElement frame : t.getStackTrace()) {
        String path = pathOf(frame);
        Optional<String> file = files.stream().filter(f -> f.endsWith(path)).findFirst();
        if (file.isPresent()) {
          return file.get() + ":" + frame.getLineNumber();
        }
      }
    }
    return "";
  }

  private static String pathOf(StackTraceElement frame) {
    String type = frame.getClassName();
    int dot = type.lastIndexOf('.');
    return (dot < 0 ? "" : type.substring(0, dot + 1).replace('.', '/')) + frame.getFileName();
  }
}
