package imaging.pipelines;

import java.nio.file.Path;
import java.time.Duration;

/** What became of one image of a batch. */
public sealed interface BatchOutcome {

  /** {@return the image that was asked for} */
  Path input();

  /** The filtered image was written, all of it. */
  record Written(Path input, Path output, Duration took) implements BatchOutcome {}

  /** An earlier run had written it from the same input with the same filter. */
  record Skipped(Path input, Path output) implements BatchOutcome {}

  /** Nothing was written; {@code reason} is one sentence for a person. */
  record Failed(Path input, String reason) implements BatchOutcome {}

  /** The batch was stopped before this image's turn. */
  record Cancelled(Path input) implements BatchOutcome {}
}
