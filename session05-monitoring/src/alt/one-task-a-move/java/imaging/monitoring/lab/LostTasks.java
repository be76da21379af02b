package imaging.monitoring.lab;

import imaging.monitoring.lab.LostTaskStore.Held;
import imaging.monitoring.lab.LostTaskStore.Move;
import imaging.monitoring.lab.LostTaskStore.Place;
import imaging.monitoring.lab.LostTaskStore.View;
import java.util.List;

public final class LostTasks {

  private final LostTaskStore store;
  private final int maxAttempts;

  public LostTasks(LostTaskStore store, int maxAttempts) {
    this.store = store;
    this.maxAttempts = maxAttempts;
  }

  public int recover() {
    int moved = 0;
    for (String worker : store.workers()) {
      View seen = store.look(worker);
      while (!seen.alive() && !seen.held().isEmpty()) {
        Held oldest = seen.held().getFirst();
        Place to = oldest.attempts() + 1 < maxAttempts ? Place.PENDING : Place.DEAD;
        Move move = new Move(oldest.task(), to, oldest.attempts() + 1);
        if (store.moveIfUnchanged(seen, List.of(move))) {
          moved++;
        }
        seen = store.look(worker);
      }
    }
    return moved;
  }
}
