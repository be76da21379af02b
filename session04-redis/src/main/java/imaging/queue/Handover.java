package imaging.queue;

import imaging.workers.Delivery;
import java.util.List;

/**
 * What came back for finished work.
 *
 * @param accepted for each completion, in order, whether it counted; false: another has the task now
 * @param next the tasks to go on with, in the hands of the worker already; may be empty
 */
public record Handover(List<Boolean> accepted, List<Delivery> next) {

  public Handover {
    accepted = List.copyOf(accepted);
    next = List.copyOf(next);
  }
}
