package imaging.monitoring.demo;

import imaging.filters.ImagingException;
import imaging.monitoring.DeadLetter;
import imaging.monitoring.Snapshot;
import imaging.queue.Ledger;
import imaging.queue.QueueCounts;
import imaging.queue.TaskState;
import imaging.queue.TaskStatus;
import imaging.workers.ImageStore;
import imaging.workers.ImageTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of the tasks, looked up one by one: counters might be wrong in the same way as the code
 * that counts.
 *
 * @param results of the tasks that are done, where the store really has them
 */
record Verdict(
    int submitted, int dead, int open, int lost, List<String> results, Snapshot snapshot) {

  static Verdict of(List<ImageTask> tasks, Ledger ledger, ImageStore store, Snapshot snapshot) {
    List<String> results = new ArrayList<>();
    int dead = 0;
    int open = 0;
    for (ImageTask task : tasks) {
      Optional<TaskStatus> status = ledger.status(task.id());
      if (status.isPresent()) {
        String result = status.get().result();
        TaskState state = status.get().state();
        dead += state == TaskState.DEAD ? 1 : 0;
        open += isOpen(state) ? 1 : 0;
        if (state == TaskState.DONE && result != null && isThere(store, result)) {
          results.add(result);
        }
      }
    }
    int lost = tasks.size() - results.size() - dead - open;
    return new Verdict(tasks.size(), dead, open, lost, results, snapshot);
  }

  private static boolean isOpen(TaskState state) {
    return state == TaskState.PENDING
        || state == TaskState.PROCESSING
        || state == TaskState.DELAYED;
  }

  private static boolean isThere(ImageStore store, String result) {
    try {
      return store.get(result).length > 0;
    } catch (ImagingException e) {
      return false;
    }
  }

  void print() {
    QueueCounts counts = snapshot.counts();
    for (DeadLetter letter : snapshot.deadLetters()) {
      IO.println(
          "dead: %s after %d attempts: %s"
              .formatted(letter.id(), letter.attempts(), letter.reason()));
    }
    IO.println(
        "submitted %d  done %d  retried %d  dead %d  lost %d  duplicates absorbed %d"
            .formatted(
                submitted, results.size(), snapshot.retried(), dead, lost, counts.refused()));
    if (open > 0) {
      IO.println("stopped before the end: %d tasks still wait in Redis".formatted(open));
    }
  }

  int exitCode() {
    return lost == 0 && open == 0 ? 0 : 1;
  }
}
