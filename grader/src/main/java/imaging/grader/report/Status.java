package imaging.grader.report;

import imaging.grader.Say;

/** How a check ended, most urgent first: a lab with several checks shows its most urgent one. */
public enum Status {
  /** The check itself is at fault. */
  GRADER_ERROR("ERR!", "GRADER ERROR", "ERROR DEL CORRECTOR"),
  /** The answer is wrong. */
  FAILED("FAIL", "FAILED", "INCORRECTO"),
  /** The check did not end within its time limit. */
  TIMEOUT("TIME", "TIMEOUT", "TIEMPO AGOTADO"),
  /** The test JVM died. */
  CRASHED("DIED", "CRASHED", "LA JVM MURIÓ"),
  /** It failed, and so did a check it builds on: look at that one first. */
  BLOCKED("WAIT", "BLOCKED", "BLOQUEADO"),
  /** The stub is still there. */
  NOT_ATTEMPTED("----", "NOT ATTEMPTED", "SIN EMPEZAR"),
  /** The machine lacks what the check needs. */
  NOT_RUN("SKIP", "NOT RUN", "NO EJECUTADO"),
  /** All points. */
  PASSED("PASS", "PASSED", "CORRECTO");

  private final String label;
  private final String english;
  private final String spanish;

  Status(String label, String english, String spanish) {
    this.label = label;
    this.english = english;
    this.spanish = spanish;
  }

  /** {@return four characters for the table} */
  public String label() {
    return label;
  }

  /** {@return the status in words, in the reader's language} */
  public String words() {
    return Say.text(english, spanish);
  }

  /** {@return whether the student tried and did not make it} */
  public boolean isAttemptedAndLost() {
    return switch (this) {
      case FAILED, TIMEOUT, CRASHED, BLOCKED -> true;
      case GRADER_ERROR, NOT_ATTEMPTED, NOT_RUN, PASSED -> false;
    };
  }
}
