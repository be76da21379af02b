package imaging.queue;

import imaging.workers.ImageTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A task as fields of a Redis hash, as WIRE.md tells. Each value stays below 64 bytes where it can:
 * then Redis keeps the hash as one compact list, a third of the memory. Unknown fields are left alone,
 * so a newer producer may add some.
 */
final class TaskFields {

  /** The version of the wire format that this code writes. */
  static final String VERSION = "1";

  private static final String TRACE = "trace.";

  private TaskFields() {}

  /** {@return field, value, field, value … for a new task} */
  static List<String> of(ImageTask task) {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "v", VERSION,
                "image", task.image(),
                "pipeline", task.pipeline(),
                "attempt", Integer.toString(task.attempt()),
                "at", Long.toString(task.enqueuedAt().toEpochMilli())));
    task.trace()
        .forEach(
            (name, value) -> {
              fields.add(TRACE + name);
              fields.add(value);
            });
    return fields;
  }

  /** {@return the task of a hash} */
  static ImageTask toTask(String id, Map<String, String> fields) {
    Map<String, String> trace = new HashMap<>();
    fields.forEach(
        (name, value) -> {
          if (name.startsWith(TRACE)) {
            trace.put(name.substring(TRACE.length()), value);
          }
        });
    return new ImageTask(
        id,
        fields.getOrDefault("image", ""),
        fields.getOrDefault("pipeline", ""),
        Integer.parseInt(fields.getOrDefault("attempt", "0")),
        Instant.ofEpochMilli(Long.parseLong(fields.getOrDefault("at", "0"))),
        trace);
  }

  /** {@return what a script returned as field, value, field, value …} */
  static Map<String, String> toMap(List<?> flat) {
    Map<String, String> map = HashMap.newHashMap(flat.size() / 2);
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      map.put(String.valueOf(flat.get(i)), String.valueOf(flat.get(i + 1)));
    }
    return map;
  }
}
