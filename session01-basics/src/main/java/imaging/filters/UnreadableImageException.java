package imaging.filters;

/**
 * The one answer to a file that cannot be read as an image. Its message is one sentence with the
 * file's name and what to do; {@link #reason()} is for code that must tell the cases apart.
 */
public final class UnreadableImageException extends ImagingException {

  /** Why a file could not be read as an image. */
  public enum Reason {
    /** There is no such file. */
    MISSING,
    /** A folder, a device or a pipe, not a file. */
    NOT_A_FILE,
    /** The file may not be read by this user. */
    NO_PERMISSION,
    /** Reading failed half way: disk or network. */
    IO,
    /** The file has no bytes. */
    EMPTY,
    /** The bytes are those of no image format, whatever the file's name says. */
    NOT_AN_IMAGE,
    /** An image, of a format or kind that is not read here. */
    UNSUPPORTED,
    /** The file ends before the image does. */
    TRUNCATED,
    /** The bytes contradict the format. */
    DAMAGED,
    /** More pixels than the limit, or than memory can hold. */
    TOO_LARGE
  }

  private final Reason reason;

  UnreadableImageException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** {@return why the file could not be read} */
  public Reason reason() {
    return reason;
  }
}
