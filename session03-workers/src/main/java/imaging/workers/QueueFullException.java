package imaging.workers;

import imaging.filters.ImagingException;

/** The queue is at its bound: the producer has to slow down, and nothing was added. */
public final class QueueFullException extends ImagingException {

  public QueueFullException(int bound) {
    super("the queue is at its bound of %d tasks: try again later".formatted(bound));
  }
}
