package imaging.queue;

import imaging.filters.ImagingException;

/** Redis does not answer, or refuses to: nothing is lost, try again later. */
public final class QueueUnavailableException extends ImagingException {

  QueueUnavailableException(String where, Throwable cause) {
    super(
        "Redis at %s does not answer: start it, or point REDIS_URL at one that runs"
            .formatted(where),
        cause);
  }

  QueueUnavailableException(String where, String said, Throwable cause) {
    super("Redis at %s refuses to work: %s".formatted(where, said), cause);
  }
}
