package imaging.workers.lab;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A thread beside that of the check, which can be looked at: does it wait, is it done, with what? */
final class Aside<T> {

  private final CompletableFuture<T> outcome = new CompletableFuture<>();
  private final Thread thread;

  private Aside(Callable<T> work) {
    thread = Thread.ofPlatform().daemon().name("aside").unstarted(() -> run(work));
  }

  static <T> Aside<T> start(Callable<T> work) {
    Aside<T> aside = new Aside<>(work);
    aside.thread.start();
    return aside;
  }

  private void run(Callable<T> work) {
    try {
      outcome.complete(work.call());
    } catch (Throwable e) {
      outcome.completeExceptionally(e);
    }
  }

  boolean isDone() {
    return outcome.isDone();
  }

  /** {@return whether the thread waits to be woken, without a time of its own} */
  boolean isWaiting() {
    return thread.getState() == Thread.State.WAITING;
  }

  /** {@return whether the thread waits for anything} */
  boolean isParked() {
    return isWaiting() || thread.getState() == Thread.State.TIMED_WAITING;
  }

  void interrupt() {
    thread.interrupt();
  }

  /** {@return what the work returned, or what it threw; call it when it is done} */
  Object outcome() {
    try {
      return String.valueOf(outcome.get());
    } catch (ExecutionException e) {
      // Of a future that failed, what it failed with.
      Throwable cause = e.getCause();
      return cause instanceof ExecutionException inner ? inner.getCause() : cause;
    } catch (InterruptedException e) {
      throw new IllegalStateException("the check was interrupted", e);
    }
  }

  /** {@return the value, or null if the work threw or is not done} */
  T value() {
    return outcome.isDone() && !outcome.isCompletedExceptionally() ? outcome.join() : null;
  }

  /** Waits for the value; for use on another thread that is aside. */
  T await() throws ExecutionException, InterruptedException {
    return outcome.get();
  }

  /** {@return whether the condition holds in time: at once in all but wrong answers} */
  static boolean eventually(BooleanSupplier condition) {
    try {
      Awaitility.await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .atMost(Duration.ofSeconds(3))
          .until(condition::getAsBoolean);
      return true;
    } catch (ConditionTimeoutException e) {
      return false;
    }
  }
}
