package imaging.monitoring.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A store that lets the check decide what happens between two steps. Not thread-safe: {@link
 * Interleaving} lets one recoverer take one step at a time.
 */
final class SteppedStore {

  /** What a recoverer's process meets when its next step would be one too many. */
  static final class Died extends Error {
    Died() {
      super("the process died", null, false, false);
    }
  }

  /** A recoverer that never comes to its end. */
  static final class TooManySteps extends Error {
    TooManySteps() {
      super("still not done after %d steps".formatted(MOST_STEPS));
    }
  }

  private static final int MOST_STEPS = 60;

  private static final class Member {
    boolean alive;
    long version;
    final List<LostTaskStore.Held> held = new ArrayList<>();
  }

  private final Map<String, Member> members = new LinkedHashMap<>();

  /** Everything that came to a list, in order. */
  final List<LostTaskStore.Move> moved = new ArrayList<>();

  /** A worker with tasks in hand, oldest first, each with attempts before it. */
  void worker(String name, boolean alive, LostTaskStore.Held... held) {
    Member member = new Member();
    member.alive = alive;
    member.held.addAll(List.of(held));
    members.put(name, member);
  }

  void comesBack(String name) {
    members.get(name).alive = true;
    members.get(name).version++;
  }

  /** The worker, or whoever speaks for it, has finished its task: it is done, and no longer held. */
  void finishes(String name, String task) {
    if (members.get(name).held.removeIf(held -> held.task().equals(task))) {
      members.get(name).version++;
    }
  }

  List<String> heldBy(String name) {
    return members.get(name).held.stream().map(LostTaskStore.Held::task).toList();
  }

  /** {@return the store as one recoverer sees it} {@code step} runs before each call. */
  LostTaskStore seenThrough(Runnable step) {
    return new Client(step);
  }

  private final class Client implements LostTaskStore {
    private final Runnable step;
    private int steps;

    Client(Runnable step) {
      this.step = step;
    }

    private void step() {
      if (++steps > MOST_STEPS) {
        throw new TooManySteps();
      }
      step.run();
    }

    @Override
    public List<String> workers() {
      step();
      return List.copyOf(members.keySet());
    }

    @Override
    public View look(String worker) {
      step();
      Member member = members.get(worker);
      return new View(worker, member.alive, member.held, member.version);
    }

    @Override
    public boolean moveIfUnchanged(View seen, List<Move> moves) {
      step();
      Member member = members.get(seen.worker());
      if (member.version != seen.version()) {
        return false;
      }
      for (Move move : moves) {
        if (!member.held.removeIf(held -> held.task().equals(move.task()))) {
          throw new IllegalArgumentException(move.task() + " is not held by " + seen.worker());
        }
        moved.add(move);
      }
      if (!moves.isEmpty()) {
        member.version++;
      }
      return true;
    }

    @Override
    public boolean remove(String worker, String task) {
      step();
      Member member = members.get(worker);
      boolean there = member.held.removeIf(held -> held.task().equals(task));
      member.version += there ? 1 : 0;
      return there;
    }

    @Override
    public void add(Move move) {
      step();
      moved.add(move);
    }
  }
}
