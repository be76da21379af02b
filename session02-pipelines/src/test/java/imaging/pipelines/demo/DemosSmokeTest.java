package imaging.pipelines.demo;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.filters.Images;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each demo keeps the promise of its class doc, and says wrong usage in one sentence. */
class DemosSmokeTest {

  private record Run(int code, String out, String err) {}

  @TempDir Path folder;

  @Test
  void demoWritesTheGoodImagesExplainsTheBrokenOnesAndEndsWell() throws IOException {
    Run first = run(() -> Demo.run("--output", folder.toString()));
    assertThat(first.code()).isZero();
    assertThat(first.out())
        .contains("11 images: 8 written, 3 failed")
        .contains("empty.png", "half.jpg", "letter.jpg")
        .contains("The failures are on purpose");
    assertThat(Images.read(folder.resolve("contact-sheet.png")).getHeight()).isGreaterThan(500);
    Run second = run(() -> Demo.run("--output", folder.toString()));
    assertThat(second.out()).contains("11 images: 8 there already, 3 failed");
  }

  @Test
  void demoEndsWithOneIfAnImageOfTheUserFailed() throws IOException {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    Files.writeString(photos.resolve("bad.jpg"), "no image");
    Run run = run(() -> demo("--input", photos.toString()));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("1 image: 1 failed").doesNotContain("on purpose");
  }

  @Test
  void demoSaysWrongUsageInOneSentence() {
    assertUsage("there is no image in", "--input", folder.toString());
    assertUsage("is no folder", "--input", folder.resolve("absent").toString());
    assertUsage("--threads 0 does no work", "--threads", "0");
    assertUsage("'two' is not an int", "--threads", "two");
    assertUsage("Unknown option: '--fast'", "--fast");
    Run run = run(() -> demo("--pipeline", "grayscale|blurr"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines())
        .containsExactly(
            "unknown filter 'blurr' at column 11: did you mean 'blur'?",
            "grayscale|blurr",
            "          ^");
  }

  private void assertUsage(String sentence, String... args) {
    Run run = run(() -> demo(args));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).singleElement().asString().contains(sentence);
  }

  private int demo(String... args) {
    String[] all = new String[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "--output";
    all[args.length + 1] = folder.resolve("out").toString();
    return Demo.run(all);
  }

  @Test
  void pipelineShowsThreeFaultsWithACaretAndAFilterOfItsOwn() {
    Run run = run(Pipeline::run);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("unknown filter 'blurr' at column 11: did you mean 'blur'?")
        .contains("  grayscale|blurr:radius=2|edges\n            ^\n")
        .contains("value 'two' at column 13")
        .contains("filter 'blur' without its radius at column 7")
        .contains("-> 2 steps: \"posterize:bits=2|blur:radius=1\"");
  }

  @Test
  void pipelineReadsTheTextThatItIsGiven() {
    assertThat(run(() -> Pipeline.run("blur:radius=3", "|edges")).code()).isZero();
    assertThat(run(() -> Pipeline.run("edgs")).code()).isEqualTo(2);
  }

  private static Run run(IntSupplier demo) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream toOut = new ByteArrayOutputStream();
    ByteArrayOutputStream toErr = new ByteArrayOutputStream();
    System.setOut(new PrintStream(toOut, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(toErr, true, StandardCharsets.UTF_8));
    try {
      int code = demo.getAsInt();
      return new Run(code, text(toOut), text(toErr));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
