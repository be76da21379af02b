package imaging.grader.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

  private static final SessionSpec SPEC =
      SessionSpec.read(Path.of("src/test/fixture/session01-toy/lab.yaml"));

  @TempDir Path folder;

  @BeforeEach
  void english() {
    System.setProperty("lab.lang", "en");
  }

  @AfterEach
  void asBefore() {
    System.clearProperty("lab.lang");
  }

  private static CheckResult result(String id, Status status, String message) {
    return new CheckResult(id, status, message, "");
  }

  private static Report half() {
    return Report.of(
        SPEC,
        List.of(
            result("L1.1.1", Status.PASSED, ""),
            result("L1.1.2", Status.FAILED, "a \"quoted\", =odd message | here"),
            result("L1.2.1", Status.NOT_ATTEMPTED, "Greeting.to")),
        List.of());
  }

  @Test
  void theTableShowsALineALab() {
    assertThat(ScoreTable.of(half()).lines().map(String::stripTrailing))
        .containsExactly(
            "Session 01  Toy                         5/20  [#####---------------]",
            " FAIL  L1.1  5/10   a \"quoted\", =odd message | here   src/lab/java/imaging/toy/lab/Absolute.java",
            " ----  L1.2  0/10   NOT ATTEMPTED: Greeting.to                           ./lab hint L1.2");
  }

  @Test
  void theTableSpeaksSpanish() {
    System.setProperty("lab.lang", "es");

    assertThat(ScoreTable.of(half())).startsWith("Sesión 01  Juguete").contains("SIN EMPEZAR");
  }

  @Test
  void missingDuplicateAndUnknownIdsAreFaultsOfTheGrader() {
    Report report =
        Report.of(
            SPEC,
            List.of(
                result("L1.1.1", Status.PASSED, ""),
                result("L1.1.1", Status.PASSED, ""),
                result("L1.2.1", Status.PASSED, ""),
                result("L9.9.9", Status.PASSED, "")),
            List.of());

    assertThat(report.isValid()).isFalse();
    assertThat(report.score()).isEqualTo(10);
    assertThat(report.result("L1.1.1").status()).isEqualTo(Status.GRADER_ERROR);
    assertThat(report.result("L1.1.2").status()).isEqualTo(Status.GRADER_ERROR);
    assertThat(report.notes())
        .containsExactly("GRADER ERROR: a check claims the unknown id L9.9.9");
  }

  @Test
  void aJournalThatEndsInTheMiddleKeepsWhatCameBefore() throws IOException {
    Path file = folder.resolve("journal.jsonl");
    Journal journal = Journal.start(file);
    journal.started("L1.1.1");
    journal.ended(result("L1.1.1", Status.PASSED, ""));
    journal.started("L1.1.2");
    Files.writeString(file, Files.readString(file) + "{\"event\":\"en");
    Journal.Content content = Journal.read(file);

    assertThat(content.finished()).isFalse();
    assertThat(content.results())
        .extracting(CheckResult::status)
        .containsExactly(Status.PASSED, Status.CRASHED);
  }

  @Test
  void jsonHoldsEachCheckAndTheTotals() throws IOException {
    JsonNode json = JsonMapper.builder().build().readTree(Exports.json("ada", List.of(half())));

    assertThat(json.at("/score").asInt()).isEqualTo(5);
    assertThat(json.at("/sessions/0/checks/1/status").asText()).isEqualTo("FAILED");
    assertThat(json.at("/sessions/0/checks/1/points").asInt()).isZero();
  }

  @Test
  void gradescopeGetsATestForEachCheck() throws IOException {
    JsonNode json = JsonMapper.builder().build().readTree(Exports.gradescope(List.of(half())));

    assertThat(json.at("/score").asInt()).isEqualTo(5);
    assertThat(json.at("/tests")).hasSize(3);
    assertThat(json.at("/tests/0/status").asText()).isEqualTo("passed");
    assertThat(json.at("/tests/2/max_score").asInt()).isEqualTo(10);
  }

  @Test
  void csvQuotesWhatASpreadsheetWouldMisread() {
    assertThat(Exports.csv("=cmd()", List.of(half())).lines())
        .contains("\"'=cmd()\",01,L1.1.2,0,5,FAILED,\"a \"\"quoted\"\", =odd message | here\"");
  }

  @Test
  void markdownKeepsItsTableWhole() {
    assertThat(Exports.markdown("ada", List.of(half())))
        .contains("## ada: 5/20")
        .contains("message \\| here");
  }

  @Test
  void aClassSeesThePassRateOfThoseWhoTried() {
    Report none =
        Report.of(
            SPEC,
            SPEC.checks().map(c -> result(c.id(), Status.NOT_ATTEMPTED, "")).toList(),
            List.of());
    Map<String, List<Report>> all = new LinkedHashMap<>();
    all.put("ada", List.of(half()));
    all.put("bob", List.of(none));

    assertThat(ClassStatistics.markdown(all))
        .contains("| ada | 5/20 |", "| bob | 0/20 |")
        .contains("| L1.1.1 positive numbers stay | 1 | 1 | 2 | 100 % |")
        .contains("| L1.2.1 greets by name | 0 | 0 | 2 | - |");
    assertThat(ClassStatistics.csv(all).lines()).hasSize(7);
  }

  @Test
  void aListWhosePointsDoNotAddUpIsRefused() throws IOException {
    Path yaml = folder.resolve("lab.yaml");
    String text = Files.readString(Path.of("src/test/fixture/session01-toy/lab.yaml"));
    Files.writeString(yaml, text.replace("points: 10", "points: 11"));

    assertThatThrownBy(() -> SessionSpec.read(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the points add up to 21, not 20");
  }
}
