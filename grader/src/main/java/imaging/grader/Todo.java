package imaging.grader;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Thrown by a stub that the student has not replaced yet.
 *
 * <p>An {@code Error}, so that no {@code catch (Exception)} hides it. Hits are counted: also a stub
 * that was called on another thread, or swallowed by {@code catch (Throwable)}, is known to the
 * grader, which then reports "not attempted" instead of "wrong".
 */
public final class Todo extends Error {

  private static final AtomicInteger HITS = new AtomicInteger();
  private static volatile String last = "";

  private Todo(String what) {
    super("TODO: " + what);
  }

  /**
   * Counts a hit and returns the error to throw: {@code throw Todo.todo("Contrast.apply");}.
   *
   * @param what the method to write, as the student should read it
   */
  public static Todo todo(String what) {
    last = what;
    HITS.incrementAndGet();
    return new Todo(what);
  }

  /** Forgets the hits of the check before. */
  static void reset() {
    HITS.set(0);
    last = "";
  }

  /** {@return whether any thread called a stub since the last reset} */
  static boolean wasHit() {
    return HITS.get() > 0;
  }

  /** {@return what the stub that was called last asked for, or an empty text} */
  static String lastHit() {
    return last;
  }
}
