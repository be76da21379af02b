package imaging.monitoring;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.jspecify.annotations.Nullable;

/**
 * What a worker says about itself with each beat, as JSON. Readers ignore fields that they do not
 * know, so a newer worker may add some.
 *
 * @param host the machine or container
 * @param pid its process there
 * @param task the id of the task in hand; null if it waits for one
 * @param taskMillis how long it has had that task, in milliseconds
 * @param done tasks it has finished
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record WorkerCard(String host, long pid, @Nullable String task, long taskMillis, long done) {

  static final WorkerCard BLANK = new WorkerCard("", 0, null, 0, 0);

  String toJson() {
    return Json.write(this);
  }

  /** {@return the card, or {@link #BLANK} where the text is none: a monitor shows what it can} */
  static WorkerCard parse(String json) {
    if (json.isBlank()) {
      return BLANK;
    }
    try {
      return Json.MAPPER.readValue(json, WorkerCard.class);
    } catch (JsonProcessingException e) {
      return BLANK;
    }
  }
}
