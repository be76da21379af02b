package imaging.grader;

import java.lang.reflect.Method;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Runs a check under its time limit and tells an unwritten answer from a wrong one.
 *
 * <p>Any failure during which a {@link Todo} was hit means "not attempted", wherever the stub was
 * called. A check that <em>passes</em> although a stub was hit checks nothing: that is the fault of
 * whoever wrote it, never of the student.
 *
 * <p>The system property {@code lab.seconds} lowers every time limit (the hostile gate uses it), and
 * {@code lab.strict} turns "not attempted" into a failure.
 */
public final class LabExtension implements InvocationInterceptor, BeforeEachCallback {

  @Override
  public void beforeEach(ExtensionContext context) {
    Todo.reset();
  }

  @Override
  public void interceptBeforeEachMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    run(invocation, checkOf(context), false);
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    run(invocation, checkOf(context), true);
  }

  private static void run(Invocation<Void> invocation, Check check, boolean isTheCheck)
      throws Throwable {
    Machine.missing(check.needs())
        .ifPresent(
            why -> {
              invocation.skip();
              throw new Outcome.NotRun(why);
            });
    Throwable failure = failureOf(invocation, secondsFor(check));
    if (failure instanceof Outcome.TimedOut) {
      throw failure;
    }
    if (Todo.wasHit()) {
      if (failure != null) {
        throw notAttempted();
      }
      if (isTheCheck) {
        throw new Outcome.GraderFault(
            "the check passes although it called a stub: " + Todo.lastHit());
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static Throwable notAttempted() {
    return Boolean.getBoolean("lab.strict")
        ? new Outcome.NotAttemptedButStrict(Todo.lastHit())
        : new Outcome.NotAttempted(Todo.lastHit());
  }

  /** Runs on a daemon thread: an endless loop in an answer must not keep the JVM alive. */
  private static Throwable failureOf(Invocation<Void> invocation, int seconds)
      throws InterruptedException {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    CountDownLatch done = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              try {
                invocation.proceed();
              } catch (Throwable problem) {
                failure.set(problem);
              } finally {
                done.countDown();
              }
            },
            "check");
    thread.setDaemon(true);
    thread.start();
    if (!done.await(seconds, TimeUnit.SECONDS)) {
      Outcome.TimedOut timedOut = new Outcome.TimedOut(seconds, thread.getStackTrace());
      thread.interrupt();
      return timedOut;
    }
    return failure.get();
  }

  private static int secondsFor(Check check) {
    return Math.min(check.seconds(), Integer.getInteger("lab.seconds", Integer.MAX_VALUE));
  }

  private static Check checkOf(ExtensionContext context) {
    return context.getRequiredTestMethod().getAnnotation(Check.class);
  }
}
