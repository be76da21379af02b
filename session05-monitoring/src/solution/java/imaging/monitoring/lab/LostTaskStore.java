package imaging.monitoring.lab;

import java.util.List;

/**
 * Given for lab L5.2: what a recoverer can ask of the shared store. Each call is one round trip and
 * one step: nothing happens in the middle of it, anything may happen between two of them. Other
 * recoverers and the workers themselves call at the same time, and any of them may die between two
 * calls.
 */
public interface LostTaskStore {

  /**
   * A task in a worker's hands.
   *
   * @param attempts how often it has failed or lost its worker before
   */
  record Held(String task, int attempts) {}

  /**
   * A worker at one moment.
   *
   * @param alive whether its lease runs
   * @param held what it holds, oldest first
   * @param version changes whenever {@code alive} or {@code held} changes
   */
  record View(String worker, boolean alive, List<Held> held, long version) {
    public View {
      held = List.copyOf(held);
    }
  }

  /** Where a task goes. */
  enum Place {
    PENDING,
    DEAD
  }

  /**
   * What should become of one task.
   *
   * @param attempts what its counter shall be from now on
   */
  record Move(String task, Place to, int attempts) {}

  /** {@return the names of all workers, alive or not} */
  List<String> workers();

  /** {@return the worker as it is now} */
  View look(String worker);

  /**
   * Makes all moves at once if the worker is still exactly as it was seen, and none of them if not
   * (as WATCH, MULTI and EXEC of Redis do). Only tasks of that worker can be moved.
   *
   * @return whether the moves were made
   */
  boolean moveIfUnchanged(View seen, List<Move> moves);

  /**
   * Takes a task off a worker's list, as LREM does.
   *
   * @return whether it was there
   */
  boolean remove(String worker, String task);

  /** Adds a task to a list, as LPUSH does. */
  void add(Move move);
}
