package imaging.workers.lab;

import imaging.filters.ImageFilter;
import imaging.filters.Pixels;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Adds one to each pixel, but writes only half before the check lets it go on. */
final class SteeredFilter extends ImageFilter {

  private final Semaphore gate = new Semaphore(0);
  private final AtomicInteger entered = new AtomicInteger();
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private volatile Throwable failure;

  @Override
  public void filter(Pixels source, Pixels target) {
    mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
    try {
      write(source, target);
      entered.incrementAndGet();
      gate.acquireUninterruptibly();
      throwFailure();
    } finally {
      now.decrementAndGet();
    }
  }

  private static void write(Pixels source, Pixels target) {
    for (int i = 0; i < source.argb().length; i++) {
      target.argb()[i] = source.argb()[i] + 1;
    }
  }

  private void throwFailure() {
    switch (failure) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> {}
    }
  }

  /** Lets this many go on to their end. */
  void open(int images) {
    gate.release(images);
  }

  void failWith(Throwable next) {
    failure = next;
  }

  int entered() {
    return entered.get();
  }

  int mostAtOnce() {
    return mostAtOnce.get();
  }

  @Override
  public String toString() {
    return "steered";
  }
}
