package imaging.monitoring.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each finite demo prints what its documentation promises. */
class DemosTest {

  private static String outputOf(Callable<?> demo) throws Exception {
    PrintStream out = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      demo.call();
    } finally {
      System.setOut(out);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aHeartForADeadBrainKeepsTheTask() throws Exception {
    assertThat(
            outputOf(
                () -> {
                  DeadBrain.main();
                  return null;
                }))
        .contains("wrong: after 3 s the task is still with the stuck worker")
        .contains("right: another worker has the task");
  }

  @Test
  void deadLettersHaveReasonsAndASecondLife() throws Exception {
    assertThat(
            outputOf(
                () -> {
                  DeadLetters.main();
                  return null;
                }))
        .contains("the disk is full", "was lost while it had the task", "replayed 2");
  }

  @Test
  void theWholeUnderFireLosesNothing(@TempDir Path folder) throws Exception {
    int[] code = {-1};
    String said =
        outputOf(
            () ->
                code[0] =
                    Demo.run(
                        "--images",
                        "../samples",
                        "--output",
                        folder.toString(),
                        "--tasks",
                        "30",
                        "--workers",
                        "2",
                        "--kill-every",
                        "1"));
    assertThat(said).contains("submitted 30  done 28", "dead 2  lost 0", "Look at ");
    assertThat(code[0]).isZero();
  }

  @Test
  void wrongOptionsAreOneSentence() {
    assertThat(Demo.run("--pipeline", "blurr")).isEqualTo(2);
    assertThat(Demo.run("--tasks", "0")).isEqualTo(2);
    assertThat(Demo.run("--images", "/nowhere")).isEqualTo(2);
  }
}
