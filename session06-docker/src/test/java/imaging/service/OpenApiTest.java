package imaging.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The document is written by hand, so it is compared with what runs. */
class OpenApiTest {

  /** For people, not for programs. */
  private static final List<String> PAGE = List.of("/", ".css", ".js", ".svg");

  private static Stack stack;
  private static JsonNode document;

  @BeforeAll
  static void start() throws IOException {
    stack = Stack.start();
    document = JsonMapper.builder().build().readTree(stack.get("/openapi.json").body());
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void itNamesEveryRouteAndNoOther() {
    List<String> real =
        stack.gateway.routes().stream()
            .filter(route -> PAGE.stream().noneMatch(end -> route.endsWith(end)))
            .filter(route -> !route.startsWith("BEFORE"))
            .toList();
    List<String> written = new ArrayList<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            written.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    assertThat(written).containsExactlyInAnyOrderElementsOf(real);
  }

  @Test
  void itsSchemasAreOurRecords() {
    assertSchema("Task", TaskView.class);
    assertSchema("Status", StatusView.class);
    assertSchema("Queue", StatusView.Queue.class);
    assertSchema("Worker", StatusView.Worker.class);
    assertSchema("Filter", FilterView.class);
    assertSchema("Parameter", FilterView.ParameterView.class);
    assertSchema("Problem", Problem.class);
  }

  @Test
  void itsReferencesLeadSomewhere() {
    List<String> references = document.findValuesAsText("$ref");
    assertThat(references).isNotEmpty();
    for (String reference : references) {
      assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  private static void assertSchema(String name, Class<?> type) {
    List<String> written = new ArrayList<>();
    document
        .at("/components/schemas/" + name + "/properties")
        .fieldNames()
        .forEachRemaining(written::add);
    assertThat(written)
        .containsExactlyElementsOf(
            Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList());
  }
}
