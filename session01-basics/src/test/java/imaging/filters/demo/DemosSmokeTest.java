package imaging.filters.demo;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.filters.Images;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Each demo keeps the promise of its class doc. */
class DemosSmokeTest {

  @Test
  void demoWritesTheContactSheet() throws Exception {
    Path page = DemoFiles.output("contact-sheet.png");
    Files.deleteIfExists(page);

    String output = outputOf(() -> Demo.main(new String[0]));

    assertThat(output)
        .contains("JPEG codec: " + Images.codecName())
        .contains("Photographs: 8, filters: 5")
        .contains("Wrote session01-basics/target/demo/contact-sheet.png".replace('/', separator()));
    assertThat(Images.read(page).getWidth()).isEqualTo(1552);
  }

  @Test
  void slowAndFastGiveTheSamePixels() {
    assertThat(outputOf(() -> SlowAndFast.run(3)))
        .contains("getRGB and setRGB", "the array", "Same pixels: yes");
  }

  private static char separator() {
    return Path.of("").getFileSystem().getSeparator().charAt(0);
  }

  private static String outputOf(Runnable demo) {
    PrintStream before = System.out;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
    try {
      demo.run();
    } finally {
      System.setOut(before);
    }
    return captured.toString(StandardCharsets.UTF_8);
  }
}
