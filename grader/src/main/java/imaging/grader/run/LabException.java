package imaging.grader.run;

/** Something the user of the lab command has to put right; the message is the one sentence shown. */
public final class LabException extends RuntimeException {

  public LabException(String message) {
    super(message);
  }
}
