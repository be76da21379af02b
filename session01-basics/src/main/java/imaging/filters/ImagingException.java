package imaging.filters;

/** The root of what can go wrong in this course's own code; the message says what to do. */
public class ImagingException extends RuntimeException {

  public ImagingException(String message) {
    super(message);
  }

  public ImagingException(String message, Throwable cause) {
    super(message, cause);
  }
}
