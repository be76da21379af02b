package imaging.pipelines.lab;

/** What became of one image of a batch. Given. */
public sealed interface Result {

  /** {@return the image's name in the source} */
  String name();

  /** Committed by this run. */
  record Done(String name) implements Result {}

  /** Had been committed before: neither read nor written. */
  record Skipped(String name) implements Result {}

  /** Could not be done; {@code reason} holds the message of what was thrown first. */
  record Failed(String name, String reason) implements Result {}

  /** The batch was interrupted before this image was begun. */
  record Cancelled(String name) implements Result {}
}
