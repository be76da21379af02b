package imaging.workers;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A listener that remembers what happened, as words. */
final class Story implements Consumer<WorkerEvent> {

  private final List<String> told = new CopyOnWriteArrayList<>();

  @Override
  public void accept(WorkerEvent event) {
    switch (event) {
      case WorkerEvent.Turned _ -> {}
      case WorkerEvent.Taken(Delivery d) -> told.add("taken " + d.task().id());
      case WorkerEvent.Done(Delivery d, String result, _) ->
          told.add("done " + d.task().id() + " " + result);
      case WorkerEvent.Failed(Delivery d, _, boolean permanent, _) ->
          told.add((permanent ? "failed for good " : "failed ") + d.task().id());
      case WorkerEvent.GivenBack(Delivery d) -> told.add("given back " + d.task().id());
      case WorkerEvent.Outdated(Delivery d) -> told.add("outdated " + d.task().id());
      case WorkerEvent.QueueLost _ -> told.add("queue lost");
      case WorkerEvent.QueueBack _ -> told.add("queue back");
      case WorkerEvent.Ended _ -> told.add("ended");
    }
  }

  List<String> told() {
    return told;
  }
}
