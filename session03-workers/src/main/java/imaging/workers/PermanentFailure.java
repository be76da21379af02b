package imaging.workers;

import imaging.filters.ImagingException;

/** The task can never succeed, however often it is tried: a bad pipeline, bytes that are no image. */
public final class PermanentFailure extends ImagingException {

  /** With the message of the cause. */
  public PermanentFailure(ImagingException cause) {
    this(String.valueOf(cause.getMessage()), cause);
  }

  public PermanentFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
