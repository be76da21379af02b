package imaging.workers;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogTest {

  @Test
  void linesForPeopleNameTheTask() throws Exception {
    assertThat(logged("text")).contains("task=t1").contains("hello").contains("took_ms=\"5\"");
  }

  @Test
  void linesForMachinesAreJsonWithTheTaskAsAField() throws Exception {
    JsonNode line = JsonMapper.builder().build().readTree(logged("json"));
    assertThat(line.path("task").asText()).isEqualTo("t1");
    assertThat(line.path("message").asText()).isEqualTo("hello");
    assertThat(line.path("took_ms").asInt()).isEqualTo(5);
  }

  /** What the course's own logback.xml writes in this format. */
  private static String logged(String format) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
    LoggerContext context = new LoggerContext();
    try (var _ = MDC.putCloseable("task", "t1")) {
      context.setMDCAdapter((LogbackMDCAdapter) MDC.getMDCAdapter());
      context.putProperty("LOG_FORMAT", format);
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(LogTest.class.getResource("/logback.xml"));
      context.getLogger("x").atInfo().addKeyValue("took_ms", 5).log("hello");
    } finally {
      context.stop();
      System.setOut(before);
    }
    return written.toString(StandardCharsets.UTF_8);
  }
}
