package imaging.pipelines;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes Ctrl-C (or SIGTERM) an orderly end: the JVM waits until the work was stopped and its summary
 * is printed, ten seconds at most.
 *
 * <pre>
 * try (StopOnCtrlC _ = StopOnCtrlC.call(runner::cancel)) {
 *   BatchReport report = runner.run(…);   // returns soon after Ctrl-C
 *   …print…                               // is still printed
 * }
 * </pre>
 */
public final class StopOnCtrlC implements AutoCloseable {

  private static final int MOST_SECONDS = 10;

  private final Runnable stop;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopAndWait, "stop-on-ctrl-c");
  private volatile boolean stopped;

  private StopOnCtrlC(Runnable stop) {
    this.stop = stop;
  }

  /** Calls {@code stop} once, on another thread, if the JVM is told to end before {@link #close}. */
  public static StopOnCtrlC call(Runnable stop) {
    StopOnCtrlC guard = new StopOnCtrlC(stop);
    Runtime.getRuntime().addShutdownHook(guard.hook);
    return guard;
  }

  /** {@return whether the JVM was told to end} */
  public boolean stopped() {
    return stopped;
  }

  /** The work is over: lets the JVM end, or forgets the whole if nobody asked for that. */
  @Override
  public void close() {
    ended.countDown();
    if (!stopped) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The JVM began to end just now: the hook runs, and the latch lets it through.
        stopped = true;
      }
    }
  }

  private void stopAndWait() {
    stopped = true;
    stop.run();
    try {
      boolean _ = ended.await(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
