package imaging.grader;

import org.opentest4j.TestAbortedException;

/** How a check can end other than by passing or by an assertion of its own. */
public final class Outcome {

  private Outcome() {}

  /** The student has not written the answer yet: worth nothing, but no failure. */
  public static final class NotAttempted extends TestAbortedException {
    NotAttempted(String what) {
      super(what);
    }
  }

  /** The same under {@code -Dlab.strict}, where an unwritten answer must turn the build red. */
  public static final class NotAttemptedButStrict extends AssertionError {
    NotAttemptedButStrict(String what) {
      super(what);
    }
  }

  /** The machine lacks what the check needs. */
  public static final class NotRun extends TestAbortedException {
    NotRun(String why) {
      super(why);
    }
  }

  /** The check did not end within its time limit; the stack is that of the thread that hung. */
  public static final class TimedOut extends AssertionError {
    TimedOut(int seconds, StackTraceElement[] stack) {
      super(
          Say.text(
              "did not end within %d s (an endless loop, or a wait that nobody wakes?)",
              "no ha terminado en %d s (¿un bucle sin fin, o una espera que nadie despierta?)",
              seconds));
      setStackTrace(stack);
    }
  }

  /** The check itself is wrong. */
  public static final class GraderFault extends AssertionError {
    GraderFault(String what) {
      super(what);
    }
  }
}
