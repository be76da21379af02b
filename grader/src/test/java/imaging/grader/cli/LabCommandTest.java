package imaging.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.grader.run.Toy;
import imaging.grader.run.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lab command as a student and an instructor use it, on the toy course. */
class LabCommandTest {

  private static final String GREETING = "src/lab/java/imaging/toy/lab/Greeting.java";

  @TempDir Path root;
  private Path session;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  @BeforeEach
  void aCourse() throws IOException {
    session = Toy.prepare(root).session().dir();
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.createDirectories(root.resolve("grader"));
    // With its class path on file a session needs no Maven.
    Files.writeString(
        session.resolve("target/lab/classpath.txt"), System.getProperty("java.class.path"));
    System.setProperty("lab.root", root.toString());
    System.setProperty("lab.lang", "en");
    PrintStream captured = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(captured);
    System.setErr(captured);
  }

  @AfterEach
  void asBefore() {
    System.setOut(out);
    System.setErr(err);
    System.clearProperty("lab.root");
    System.clearProperty("lab.lang");
  }

  private String lab(int exit, String... args) {
    printed.reset();
    int code = LabMain.run(args);
    String text = printed.toString(StandardCharsets.UTF_8);
    assertThat(code).as(text).isEqualTo(exit);
    return text;
  }

  private void answer(String statement) throws IOException {
    Path file = session.resolve(GREETING);
    Files.writeString(
        file, Files.readString(file).replace("throw Todo.todo(\"Greeting.to\");", statement));
  }

  @Test
  void theStarterIsNoFailureUnlessStrict() {
    assertThat(lab(0, "check", "01")).contains("0/20", "NOT ATTEMPTED: Greeting.to");
    assertThat(lab(1, "check", "01", "--strict")).contains("0/20");
  }

  @Test
  void aWrongAnswerIsShownAndKeptForStatusAndNext() throws IOException {
    answer("return \"hello\";");

    assertThat(lab(1, "check", "L1.2"))
        .contains("FAIL  L1.2  0/10   the name is missing")
        .doesNotContain("L1.1");
    assertThat(lab(0, "status")).contains("Session 01  Toy", "0/20", "Total 0 points");
    assertThat(lab(0, "next"))
        .contains("L1.1", "session01-toy/src/lab/java/imaging/toy/lab/Absolute.java");
  }

  @Test
  void aBrokenFileStopsOnlyItsOwnLab() throws IOException {
    answer("this is not Java");

    String text = lab(1, "check", "01");
    assertThat(text).contains("0/20", "FAIL  L1.2  0/10   does not compile: Greeting.java:");
    assertThat(text).contains("----  L1.1  0/10   NOT ATTEMPTED: Absolute.of");
  }

  @Test
  void hintsComeOneByOne() {
    assertThat(lab(0, "hint", "L1.1")).contains("hint 1 of 3: think");
    assertThat(lab(0, "hint", "L1.1")).contains("hint 2 of 3");
    assertThat(lab(0, "hint", "L1.1")).contains("hint 3 of 3");
    assertThat(lab(0, "hint", "L1.1")).contains("hint 3 of 3", "That was the last one");
    assertThat(lab(0, "hint", "L1.1", "--again")).contains("hint 1 of 3");
  }

  @Test
  void resetBringsTheStubBackAndKeepsTheAnswer() throws IOException, InterruptedException {
    git("init", "-q");
    git("add", "session01-toy/src");
    git("-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "starter");
    answer("return \"mine\";");
    git("add", "session01-toy/src");
    git("-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "my answer");

    lab(0, "reset", "L1.2");

    assertThat(session.resolve(GREETING)).content().contains("Todo.todo(\"Greeting.to\")");
    assertThat(Tree.javaFiles(root.resolve(".lab/backup")))
        .singleElement()
        .satisfies(file -> assertThat(file).content().contains("mine"));
  }

  private void git(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(args));
    Process git =
        new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true).start();
    String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(output).isZero();
  }

  @Test
  void aFolderOfSubmissionsBecomesAClass() throws IOException {
    Path submissions = root.resolve("all");
    for (String kind : List.of("lab", "solution")) {
      Tree.copyAll(
          session.resolve("src").resolve(kind),
          submissions.resolve(kind + "/session01-toy/src/lab"));
    }
    String text =
        lab(
            0,
            "grade",
            "--submission",
            submissions.toString(),
            "--out",
            root.resolve("out").toString());

    assertThat(text).contains("lab  0/20", "solution  20/20");
    assertThat(root.resolve("out/class.md"))
        .content()
        .contains("| L1.2.1 greets by name | 1 | 1 | 2 | 100 % |");
    assertThat(root.resolve("out/solution/results.json")).content().contains("\"score\" : 20");
    assertThat(root.resolve("out/lab/report.csv"))
        .content()
        .contains("\"lab\",01,L1.1.1,0,5,NOT_ATTEMPTED");
  }

  @Test
  void wrongUseIsOneSentenceAndExitTwo() {
    assertThat(lab(2, "check", "99"))
        .isEqualToIgnoringNewLines(
            "lab: no session or lab is called 99: try 01, L1.2 or ./lab status");
    assertThat(lab(2, "grade", "--submission", root.resolve("gone").toString()))
        .contains("is not a folder")
        .hasLineCount(1);
    assertThat(lab(2, "frobnicate")).contains("Unmatched argument");
  }

  @Test
  void gatesTellWhatTheyFound() {
    assertThat(lab(0, "gates", "01", "--only", "G1,G5")).contains("holds G1", "holds G5");
  }

  @Test
  void doctorNamesEachTool() {
    int code = LabMain.run("doctor");

    assertThat(code).isIn(0, 1);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("JDK", "Maven", "Docker", "kind", "kubectl");
  }
}
