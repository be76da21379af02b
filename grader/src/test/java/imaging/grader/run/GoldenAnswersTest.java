package imaging.grader.run;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.grader.report.Report;
import imaging.grader.report.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers whose report is known, from all right to harmful. */
class GoldenAnswersTest {

  private static final String ABSOLUTE = "java/imaging/toy/lab/Absolute.java";
  private static final String GREETING = "java/imaging/toy/lab/Greeting.java";

  @TempDir static Path root;
  private static Prepared prepared;

  @BeforeAll
  static void prepare() {
    prepared = Toy.prepare(root);
  }

  private static Answer copyOf(String kind) {
    return Answer.copyOf(prepared.session(), kind, root.resolve("answer"));
  }

  private static Answer solutionWith(String file, String find, String replace) throws IOException {
    Answer answer = copyOf("solution");
    Path path = answer.folder().resolve(file);
    Files.writeString(path, Files.readString(path).replace(find, replace));
    return answer;
  }

  private static Report judge(Answer answer) {
    return new Judge(prepared, root.resolve("judge")).with("lab.seconds", "2").judge(answer);
  }

  private static Status status(Report report, String id) {
    return report.result(id).status();
  }

  @Nested
  class HonestAnswers {

    @Test
    void allRightWinsEverything() {
      Report report = judge(copyOf("solution"));

      assertThat(report.score()).isEqualTo(20);
      assertThat(report.isValid()).isTrue();
    }

    @Test
    void theStarterIsNotAttempted() {
      Report report = judge(copyOf("lab"));

      assertThat(report.score()).isZero();
      assertThat(report.results()).allMatch(r -> r.status() == Status.NOT_ATTEMPTED);
      assertThat(report.result("L1.2.1").message()).isEqualTo("Greeting.to");
    }

    @Test
    void aWrongHalfKeepsTheOtherHalf() throws IOException {
      Report report = judge(solutionWith(ABSOLUTE, "x < 0 ? -x : x", "x"));

      assertThat(report.score()).isEqualTo(15);
      assertThat(status(report, "L1.1.1")).isEqualTo(Status.PASSED);
      assertThat(status(report, "L1.1.2")).isEqualTo(Status.FAILED);
      assertThat(report.result("L1.1.2").message()).contains("a negative number stayed");
    }

    @Test
    void whatBuildsOnAFailureIsBlocked() throws IOException {
      Report report = judge(solutionWith(ABSOLUTE, "x < 0 ? -x : x", "7"));

      assertThat(status(report, "L1.1.1")).isEqualTo(Status.FAILED);
      assertThat(status(report, "L1.1.2")).isEqualTo(Status.BLOCKED);
    }

    @Test
    void anExceptionPointsAtTheLineOfTheAnswer() throws IOException {
      Report report =
          judge(
              solutionWith(
                  ABSOLUTE, "return x < 0 ? -x : x", "throw new IllegalStateException(\"oh\")"));

      assertThat(report.result("L1.1.1").message())
          .isEqualTo("unexpected IllegalStateException: oh");
      assertThat(report.result("L1.1.1").where()).isEqualTo("src/lab/" + ABSOLUTE + ":7");
    }
  }

  @Nested
  class BrokenFiles {

    @Test
    void aFileThatDoesNotCompileCostsItsOwnLabOnly() throws IOException {
      Report report = judge(solutionWith(ABSOLUTE, "return", "retrun"));

      assertThat(report.score()).isEqualTo(10);
      assertThat(status(report, "L1.1.1")).isEqualTo(Status.FAILED);
      assertThat(report.result("L1.1.1").message())
          .startsWith("does not compile: Absolute.java:7: ");
    }

    @Test
    void anEmptyFileCostsItsOwnLabOnly() throws IOException {
      Answer answer = copyOf("solution");
      Files.writeString(answer.folder().resolve(GREETING), "");
      Report report = judge(answer);

      assertThat(report.score()).isEqualTo(10);
      assertThat(status(report, "L1.2.1")).isEqualTo(Status.FAILED);
    }

    @Test
    void aMissingMethodIsExplained() throws IOException {
      Report report = judge(solutionWith(ABSOLUTE, "of(int x)", "off(int x)"));

      assertThat(report.result("L1.1.1").message())
          .contains("is missing, or its signature differs");
    }
  }

  @Nested
  class HarmfulAnswers {

    @Test
    void anEndlessLoopTimesOutAndTheOthersStillRun() throws IOException {
      Report report = judge(solutionWith(ABSOLUTE, "return x < 0 ? -x : x;", "for (;;) {}"));

      assertThat(status(report, "L1.1.1")).isEqualTo(Status.TIMEOUT);
      assertThat(status(report, "L1.2.1")).isEqualTo(Status.PASSED);
      assertThat(report.result("L1.1.1").where()).startsWith("src/lab/" + ABSOLUTE);
    }

    @Test
    void exitKillsOneCheckAndTheOthersStillRun() throws IOException {
      Report report = judge(solutionWith(ABSOLUTE, "return", "System.exit(0); return"));

      assertThat(status(report, "L1.1.1")).isEqualTo(Status.CRASHED);
      assertThat(status(report, "L1.2.1")).isEqualTo(Status.PASSED);
    }

    @Test
    void aFloodOfOutputIsCutOff() throws IOException {
      Report report =
          judge(
              solutionWith(
                  ABSOLUTE,
                  "return",
                  "for (int i = 0; i < 5000; i++) System.out.println(\"x\".repeat(1000)); return"));

      assertThat(report.score()).isEqualTo(20);
      assertThat(Files.size(root.resolve("judge/run/output.txt"))).isLessThanOrEqualTo(64 * 1024);
    }

    @Test
    void anAnswerThatSwallowsTheStubIsNotAttempted() throws IOException {
      Answer answer = copyOf("lab");
      Path file = answer.folder().resolve(GREETING);
      Files.writeString(
          file,
          Files.readString(file)
              .replace(
                  "throw Todo.todo(\"Greeting.to\");",
                  "try { throw Todo.todo(\"Greeting.to\"); } catch (Throwable t) { return \"hello\"; }"));

      assertThat(status(judge(answer), "L1.2.1")).isEqualTo(Status.NOT_ATTEMPTED);
    }

    @Test
    void aCheckThatPassesAgainstAStubIsTheGradersFault() throws IOException {
      Answer answer = copyOf("lab");
      Path file = answer.folder().resolve(GREETING);
      Files.writeString(
          file,
          Files.readString(file)
              .replace(
                  "throw Todo.todo(\"Greeting.to\");",
                  "try { throw Todo.todo(\"Greeting.to\"); } catch (Throwable t) { return \"hello \" + name; }"));
      Report report = judge(answer);

      assertThat(status(report, "L1.2.1")).isEqualTo(Status.GRADER_ERROR);
      assertThat(report.isValid()).isFalse();
    }
  }

  @Nested
  class Submissions {

    private Path submission(String kind) {
      Path folder = root.resolve("submission");
      Tree.delete(folder);
      Tree.copyAll(
          prepared.session().dir().resolve("src").resolve(kind),
          folder.resolve("session01-toy/src/lab"));
      return folder;
    }

    private Report judgeSubmission(Path submission) {
      return judge(Answer.submitted(prepared.session(), submission, root.resolve("answer")));
    }

    @Test
    void editedChecksChangeNothing() throws IOException {
      Path edited = submission("lab");
      Path check = edited.resolve("session01-toy/src/test/java/imaging/toy/lab/ToyLabTest.java");
      Files.createDirectories(check.getParent());
      Files.writeString(check, "package imaging.toy.lab; class ToyLabTest {}");
      Report report = judgeSubmission(edited);

      assertThat(report.results()).isEqualTo(judgeSubmission(submission("lab")).results());
      assertThat(report.notes()).anyMatch(note -> note.contains("ToyLabTest.java"));
    }

    @Test
    void aClassInTheGradersPackageIsLeftOut() throws IOException {
      Path submission = submission("solution");
      Path impostor = submission.resolve("session01-toy/src/lab/java/imaging/grader/Say.java");
      Files.createDirectories(impostor.getParent());
      Files.writeString(impostor, "package imaging.grader; public class Say {}");
      Report report = judgeSubmission(submission);

      assertThat(report.score()).isEqualTo(20);
      assertThat(report.notes()).anyMatch(note -> note.contains("imaging/grader/Say.java"));
    }

    @Test
    void aSubmissionWithoutTheSessionScoresNothing() {
      assertThat(judgeSubmission(root.resolve("nothing-here")).score()).isZero();
    }
  }
}
