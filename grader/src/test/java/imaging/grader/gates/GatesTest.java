package imaging.grader.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import imaging.grader.run.LabException;
import imaging.grader.run.Prepared;
import imaging.grader.run.Toy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gates hold for a sound session, and each notices what it is there for. */
class GatesTest {

  @TempDir Path root;
  private Prepared prepared;

  @BeforeEach
  void prepare() {
    prepared = Toy.prepare(root);
  }

  private GateResult gate(String name) {
    return Gates.run(prepared, Set.of(name), 3, result -> {}).get(0);
  }

  private void change(String file, String find, String replace) throws IOException {
    Path path = prepared.session().dir().resolve(file);
    Files.writeString(path, Files.readString(path).replace(find, replace));
  }

  @Test
  void allHoldForASoundSession() {
    List<GateResult> results = Gates.run(prepared, Gates.ALL, 3, result -> {});

    assertThat(results).allSatisfy(result -> assertThat(result.problems()).isEmpty());
    assertThat(results)
        .extracting(GateResult::summary)
        .contains(
            "starter: 3 checks, 0/20 points",
            "reference: full score in 3 of 3 rounds in random order",
            "wrong answers: 5, each loses exactly its points",
            "other right answers: 2, full score each");
  }

  @Test
  void aStarterThatAlreadyPassesIsNoticed() throws IOException {
    change(
        "src/lab/java/imaging/toy/lab/Greeting.java",
        "throw Todo.todo(\"Greeting.to\");",
        "return \"hello Ada\";");

    assertThat(gate("G1").problems())
        .anyMatch(p -> p.startsWith("L1.2.1 is PASSED on the starter"));
  }

  @Test
  void aReferenceThatFailsIsNoticed() throws IOException {
    change("src/solution/java/imaging/toy/lab/Absolute.java", "-x : x", "x : x");

    assertThat(gate("G2").problems()).hasSize(3).allMatch(p -> p.contains("L1.1.2 is FAILED"));
  }

  @Test
  void aMutantThatSurvivesUnlistedIsNoticed() throws IOException {
    Files.delete(prepared.session().dir().resolve("src/solution/mutants.yaml"));

    assertThat(gate("G3").problems())
        .anyMatch(p -> p.contains("ConditionalsBoundaryMutator survive, 0 are listed"));
  }

  @Test
  void aWrongAnswerThatLosesOtherPointsIsNoticed() throws IOException {
    change("src/wrong/forgets-negative/expect.yaml", "score: 15", "score: 10");
    change("src/wrong/wrong-way/expect.yaml", "a positive number changed", "no such words");

    assertThat(gate("G4").problems())
        .anyMatch(p -> p.startsWith("forgets-negative: score is 15, expected 10"))
        .anyMatch(p -> p.startsWith("wrong-way: L1.1.1 says"))
        .hasSize(2);
  }

  @Test
  void anEditThatFindsNothingIsNoticed() throws IOException {
    change("src/wrong/adds-one/expect.yaml", "x < 0 ? -x : x\"", "nowhere\"");

    assertThatThrownBy(() -> gate("G4"))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("must stand exactly once");
  }

  @Test
  void aRightAnswerThatLosesPointsIsNoticed() throws IOException {
    change("src/alt/loop/expect.yaml", "Math.abs(x)", "x");

    assertThat(gate("G5").problems()).anyMatch(p -> p.startsWith("loop: lost L1.1.2"));
  }
}
