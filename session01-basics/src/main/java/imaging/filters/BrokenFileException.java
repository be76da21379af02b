package imaging.filters;

import imaging.filters.UnreadableImageException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Found while looking at bytes, where the file's name is not known; {@link Images} adds the name.
 * Checked, so that no reader can forget it.
 */
final class BrokenFileException extends Exception {

  private final Reason reason;

  /** The message completes the sentence "photo.jpg …", such as "ends too early; copy it again". */
  BrokenFileException(Reason reason, String message) {
    this(reason, message, null);
  }

  BrokenFileException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  static BrokenFileException truncated() {
    return new BrokenFileException(
        Reason.TRUNCATED, "ends before the image does; copy or download it again");
  }

  /** {@return damage, said as the part that is wrong: "its Huffman data is damaged"} */
  static BrokenFileException damaged(String part) {
    return damaged(part, null);
  }

  static BrokenFileException damaged(String part, @Nullable Throwable cause) {
    return new BrokenFileException(
        Reason.DAMAGED, "is damaged (" + part + "); take another copy of it", cause);
  }

  static BrokenFileException unsupported(String kind) {
    return new BrokenFileException(
        Reason.UNSUPPORTED, "is " + kind + ", which is not read here; save it as JPEG or PNG");
  }

  Reason reason() {
    return reason;
  }
}
