package imaging.monitoring.lab;

import imaging.grader.Todo;
import imaging.monitoring.lab.LostTaskStore.Place;

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
    throw Todo.todo("LostTasks.recover");
  }
}
