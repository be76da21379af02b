package imaging.queue.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Each demo prints the line that its doc promises. */
class DemosTest {

  @TempDir private Path folder;

  private interface Main {
    void run() throws Exception;
  }

  private static String outputOf(Main main) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      main.run();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theTaskOfADeadWorkerIsDoneByAnother() throws Exception {
    assertThat(outputOf(() -> Demo.main(new String[0])))
        .contains("victim-1 took photo-")
        .contains("recovered 1 task of victim-1")
        .contains("submitted 12, done 12")
        .contains("lost 0");
  }

  @Test
  void poppingLosesTasksAndMovingDoesNot() throws Exception {
    assertThat(outputOf(() -> LostTask.main(new String[0])))
        .contains("wrong: RPOP  20 tasks, 4 crashes, 4 lost")
        .contains("right: LMOVE 20 tasks, 4 crashes, 0 lost");
  }

  @Test
  void whatWasOnTheDiskOutlivesRedis() throws Exception {
    String output = outputOf(() -> AofCrash.main(new String[] {"1"}));
    assertThat(output.lines())
        .anyMatch(
            line -> line.startsWith("ALWAYS") && line.endsWith("-9: 0, lost by a power cut: 0"))
        .anyMatch(line -> line.startsWith("EVERYSEC") && line.contains("lost by kill -9: 0,"))
        .anyMatch(line -> line.startsWith("NONE") && !line.contains("lost by kill -9: 0,"));
  }

  @Test
  void processesAndThreadsDoTheSameTasks() throws Exception {
    String output =
        outputOf(
            () ->
                new CommandLine(new ProcessesVsThreads())
                    .execute("--workers", "1", "--tasks", "2"));
    assertThat(output).contains("processes : threads").containsPattern("(?s) 0 lost.* 0 lost");
  }

  @Test
  void theHeadlineRunPrintsBothTimes() throws Exception {
    String output =
        outputOf(
            () ->
                new CommandLine(new Headline())
                    .execute("--workers", "1", "--images", "2", "--output", folder.toString()));
    assertThat(output).contains("cold_ms=", "warm_ms=", "lost=0");
    assertThat(folder.resolve("batch2-0002.jpg")).exists();
  }
}
