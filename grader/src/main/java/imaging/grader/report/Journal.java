package imaging.grader.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import imaging.grader.Say;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened in one run, one JSON line an event: {@code start} and {@code end} of each check,
 * {@code finished} at the end. Appended as it happens, so a JVM that dies loses nothing but the rest.
 */
public final class Journal {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;

  private Journal(Path file) {
    this.file = file;
  }

  /** Starts an empty journal, replacing an older one. */
  public static Journal start(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    return new Journal(file);
  }

  /** Writes a whole journal of results that are known already. */
  public static void write(Path file, List<CheckResult> results) throws IOException {
    Journal journal = start(file);
    results.forEach(journal::ended);
    journal.finished();
  }

  void started(String id) {
    append(Map.of("event", "start", "id", id));
  }

  void ended(CheckResult result) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("event", "end");
    line.put("id", result.id());
    line.put("status", result.status().name());
    line.put("message", result.message());
    line.put("where", result.where());
    append(line);
  }

  void finished() {
    append(Map.of("event", "finished"));
  }

  private synchronized void append(Map<String, String> line) {
    try {
      Files.writeString(file, JSON.writeValueAsString(line) + "\n", StandardOpenOption.APPEND);
    } catch (IOException lost) {
      throw new IllegalStateException("cannot write " + file, lost);
    }
  }

  /**
   * What a journal says.
   *
   * @param results of the checks that ended, and CRASHED for one that was under way at the end
   * @param finished whether the run came to its end
   */
  public record Content(List<CheckResult> results, boolean finished) {}

  /** Reads a journal; a last line that was cut off in the middle is passed over. */
  public static Content read(Path file) throws IOException {
    List<CheckResult> results = new ArrayList<>();
    List<String> open = new ArrayList<>();
    boolean finished = false;
    for (String line : Files.readAllLines(file)) {
      Map<String, String> event = parse(line);
      switch (event.getOrDefault("event", "")) {
        case "start" -> open.add(event.get("id"));
        case "end" -> {
          open.remove(event.get("id"));
          results.add(
              new CheckResult(
                  event.get("id"),
                  Status.valueOf(event.get("status")),
                  event.get("message"),
                  event.get("where")));
        }
        case "finished" -> finished = true;
        default -> {}
      }
    }
    open.forEach(id -> results.add(crashed(id)));
    return new Content(List.copyOf(results), finished);
  }

  private static CheckResult crashed(String id) {
    String message =
        Say.text(
            "the test JVM died in this check (System.exit, or out of memory?)",
            "la JVM de pruebas murió en esta comprobación (¿System.exit, o sin memoria?)");
    return new CheckResult(id, Status.CRASHED, message, "");
  }

  private static Map<String, String> parse(String line) {
    Map<String, String> event = new LinkedHashMap<>();
    try {
      JsonNode node = JSON.readTree(line);
      node.properties().forEach(field -> event.put(field.getKey(), field.getValue().asText()));
    } catch (IOException cutOff) {
      event.clear();
    }
    return event;
  }
}
