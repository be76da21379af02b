package imaging.monitoring.lab;

import imaging.monitoring.lab.LostTaskStore.Held;
import imaging.monitoring.lab.LostTaskStore.Move;
import imaging.monitoring.lab.LostTaskStore.Place;
import imaging.monitoring.lab.LostTaskStore.View;
import java.util.List;

/**
 * Lab L5.2: a recoverer. Several of them run at the same time, each in a process that may die between
 * any two calls of the store, and all the same each task of a lost worker is moved exactly once.
 */
public final class LostTasks {

  private final LostTaskStore store;
  private final int maxAttempts;

  /**
   * @param maxAttempts a task that failed, or lost its worker, so often is dead
   */
  public LostTasks(LostTaskStore store, int maxAttempts) {
    this.store = store;
    this.maxAttempts = maxAttempts;
  }

  /**
   * Goes once round all workers and takes every task from those that are not alive. The task's
   * attempts are one more than before; it then waits in {@link Place#PENDING}, oldest first, or is
   * {@link Place#DEAD} if that was its last attempt. Workers that are alive keep what they have, also
   * if they came back to life during the round.
   *
   * @return how many tasks this recoverer moved; what another one moved does not count
   */
  public int recover() {
    int moved = 0;
    for (String worker : store.workers()) {
      moved += recover(worker);
    }
    return moved;
  }

  private int recover(String worker) {
    while (true) {
      View seen = store.look(worker);
      if (seen.alive()) {
        return 0;
      }
      List<Move> moves = seen.held().stream().map(this::move).toList();
      if (store.moveIfUnchanged(seen, moves)) {
        return moves.size();
      }
    }
  }

  private Move move(Held held) {
    int attempts = held.attempts() + 1;
    return new Move(held.task(), attempts >= maxAttempts ? Place.DEAD : Place.PENDING, attempts);
  }
}
