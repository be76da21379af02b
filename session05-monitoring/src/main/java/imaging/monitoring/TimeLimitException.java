package imaging.monitoring;

import imaging.filters.ImagingException;
import java.time.Duration;

/** A task took longer than it may. Another attempt may help: perhaps the machine was busy. */
public final class TimeLimitException extends ImagingException {

  TimeLimitException(String image, Duration limit) {
    super(
        "%s took longer than %s: look whether it is harmful, or raise --task-limit"
            .formatted(image, limit));
  }
}
