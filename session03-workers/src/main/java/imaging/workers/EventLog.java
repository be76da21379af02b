package imaging.workers;

import imaging.filters.ImagingException;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what happens in a worker to the log. Runs on the thread of the task, so each line carries
 * the task's id, which {@link TaskRun} keeps in that thread's MDC.
 */
public final class EventLog implements Consumer<WorkerEvent> {

  private static final Logger LOG = LoggerFactory.getLogger("imaging.worker");

  @Override
  public void accept(WorkerEvent event) {
    switch (event) {
      case WorkerEvent.Taken(Delivery delivery) ->
          LOG.atInfo()
              .addKeyValue("worker", delivery.worker())
              .addKeyValue("attempt", delivery.task().attempt())
              .addKeyValue("pipeline", delivery.task().pipeline())
              .log("taken");
      case WorkerEvent.Done(Delivery delivery, String result, Duration took) ->
          LOG.atInfo()
              .addKeyValue("worker", delivery.worker())
              .addKeyValue("result", result)
              .addKeyValue("took_ms", took.toMillis())
              .log("done");
      case WorkerEvent.Failed failed -> logFailure(failed);
      case WorkerEvent.GivenBack(Delivery delivery) ->
          LOG.atWarn().addKeyValue("worker", delivery.worker()).log("given back");
      case WorkerEvent.Outdated(Delivery delivery) ->
          LOG.atWarn()
              .addKeyValue("worker", delivery.worker())
              .log("outdated: another worker has this task now");
      case WorkerEvent.Ended(String worker) ->
          LOG.atInfo().addKeyValue("worker", worker).log("ended");
      // The link logs these two itself; a turn is no news.
      case WorkerEvent.QueueLost _, WorkerEvent.QueueBack _, WorkerEvent.Turned _ -> {}
    }
  }

  private static void logFailure(WorkerEvent.Failed failed) {
    var line =
        LOG.atWarn()
            .addKeyValue("worker", failed.worker())
            .addKeyValue("permanent", failed.permanent())
            .addKeyValue("took_ms", failed.took().toMillis());
    // Our own exceptions say what to do in their message; of others the place matters too.
    if (failed.cause() instanceof ImagingException e) {
      line.log("failed: {}", e.getMessage());
    } else {
      line.setCause(failed.cause()).log("failed: {}", failed.cause().toString());
    }
  }
}
