package imaging.workers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Readiness: should this process be given work now? Not before it has started, not while its queue
 * is away, not once it drains. All three pass without a restart.
 */
public final class Readiness implements Consumer<WorkerEvent>, Probe {

  private enum Phase {
    STARTING,
    STARTED,
    DRAINING
  }

  private final Set<String> withoutQueue = ConcurrentHashMap.newKeySet();
  private volatile Phase phase = Phase.STARTING;

  /** All that is needed is there. */
  public void started() {
    phase = Phase.STARTED;
  }

  /** From now on nothing more is taken, for good. */
  public void draining() {
    phase = Phase.DRAINING;
  }

  @Override
  public void accept(WorkerEvent event) {
    switch (event) {
      case WorkerEvent.QueueLost lost -> withoutQueue.add(lost.worker());
      case WorkerEvent.QueueBack back -> withoutQueue.remove(back.worker());
      case WorkerEvent.Ended ended -> withoutQueue.remove(ended.worker());
      case WorkerEvent.Turned _,
          WorkerEvent.Taken _,
          WorkerEvent.Done _,
          WorkerEvent.Failed _,
          WorkerEvent.GivenBack _,
          WorkerEvent.Outdated _ -> {}
    }
  }

  @Override
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    switch (phase) {
      case STARTING -> problems.add("starting");
      case STARTED -> {}
      case DRAINING -> problems.add("draining: takes no more tasks");
    }
    withoutQueue.stream()
        .sorted()
        .map("%s cannot reach the queue"::formatted)
        .forEach(problems::add);
    return problems;
  }
}
