package imaging.monitoring.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Two recoverers in lock step: one step of one of them at a time, in an order that the check chooses.
 * {@link #all} tries every order there is, so what it finds is found in each run.
 */
final class Interleaving {

  /** Orders tried at most: an answer with endless steps must not keep the check for ever. */
  private static final int MOST_ORDERS = 4_000;

  /** What happened in one order. */
  record Outcome(String order, int movedByA, int movedByB) {}

  /** A recoverer on a thread of its own, which waits before each step until it is let go. */
  private static final class Racer {
    private final Semaphore go = new Semaphore(0);
    private final Semaphore arrived = new Semaphore(0);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private int moved;
    private volatile boolean ended;

    void start(Function<Runnable, Supplier<Integer>> recoverer) {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  moved = recoverer.apply(this::pause).get();
                } catch (Throwable e) {
                  failure.set(e);
                } finally {
                  ended = true;
                  arrived.release();
                }
              });
      arrived.acquireUninterruptibly();
    }

    private void pause() {
      arrived.release();
      go.acquireUninterruptibly();
    }

    void step() {
      go.release();
      arrived.acquireUninterruptibly();
      if (failure.get() instanceof RuntimeException e) {
        throw e;
      }
      if (failure.get() instanceof Error e) {
        throw e;
      }
    }
  }

  private Interleaving() {}

  /**
   * Runs two recoverers in every order of their steps.
   *
   * @param world makes the store anew for each order, and returns how a recoverer is made from "do
   *     this before each step"
   * @param judge looks at the outcome of each order
   */
  static void all(Supplier<Function<Runnable, Supplier<Integer>>> world, Consumer<Outcome> judge) {
    List<Boolean> order = new ArrayList<>(); // true: B's turn
    for (int runs = 0; runs < MOST_ORDERS; runs++) {
      judge.accept(run(world.get(), order));
      while (!order.isEmpty() && order.getLast()) {
        order.removeLast();
      }
      if (order.isEmpty()) {
        return;
      }
      order.set(order.size() - 1, true);
    }
  }

  /** Follows the order as far as it goes; then A first. Notes each point where there was a choice. */
  private static Outcome run(Function<Runnable, Supplier<Integer>> recoverer, List<Boolean> order) {
    Racer a = new Racer();
    Racer b = new Racer();
    a.start(recoverer);
    b.start(recoverer);
    StringBuilder told = new StringBuilder();
    for (int choice = 0; !a.ended || !b.ended; ) {
      boolean turnOfB = a.ended;
      if (!a.ended && !b.ended) {
        if (choice == order.size()) {
          order.add(false);
        }
        turnOfB = order.get(choice++);
      }
      told.append(turnOfB ? 'B' : 'A');
      (turnOfB ? b : a).step();
    }
    rethrow(a);
    rethrow(b);
    return new Outcome(told.toString(), a.moved, b.moved);
  }

  private static void rethrow(Racer racer) {
    if (racer.failure.get() instanceof Error e) {
      throw e;
    }
    if (racer.failure.get() instanceof RuntimeException e) {
      throw e;
    }
  }
}
