package imaging.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import imaging.filters.ImagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Flags win over the environment, the environment over the file, the file over the default. */
class SourcesTest {

  @TempDir private Path folder;

  @Test
  void theNearerSourceWins() {
    Map<String, String> environment = Map.of("QUEUE_BOUND", "2", "HTTP_PORT", "20");
    Properties file = properties("queue-bound", "3", "port", "30", "max-bytes", "300");
    GatewayOptions options = gateway(environment, file, "--queue-bound=1");
    assertThat(options.bound).as("flag").isEqualTo(1);
    assertThat(options.port).as("environment").isEqualTo(20);
    assertThat(options.maxBytes).as("file").isEqualTo(300);
    assertThat(options.maxPixels).as("default").isEqualTo(40_000_000);
  }

  @Test
  void anEmptyVariableIsNone() {
    assertThat(gateway(Map.of("HTTP_PORT", " "), properties("port", "30")).port).isEqualTo(30);
  }

  @Test
  void whatIsEffectiveIsShownWithItsOriginAndWithoutSecrets() {
    Map<String, String> environment = Map.of("REDIS_URL", "redis://app:geheim@redis:6379");
    Sources sources = new Sources(environment, properties("queue", "q"), Map.of());
    ParseResult parsed = Main.commandLine(sources).parseArgs("gateway", "--port", "1");
    String shown = EffectiveConfig.of("gateway", parsed.subcommand(), sources);
    assertThat(shown)
        .containsPattern("redis +redis://app:\\*\\*\\*@redis:6379 +environment REDIS_URL")
        .containsPattern("queue +q +file")
        .containsPattern("port +1 +flag")
        .containsPattern("max-bytes +20000000 +default")
        .doesNotContain("geheim");
  }

  @Test
  void theWorkerGetsWhatWasFoundAndAHealthPort() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "p@ss:w/rd\n");
    Sources sources =
        new Sources(
            Map.of("REDIS_PASSWORD_FILE", secret.toString(), "WORKER_CONCURRENCY", "3"),
            properties("redis", "redis://redis:6379"),
            Map.of("--health-port", "8081"));
    CommandLine line = Main.commandLine(sources);
    line.parseArgs("worker", "--lease", "7");
    WorkerCommand worker = line.getSubcommands().get("worker").getCommand();
    assertThat(worker.arguments())
        .contains("--concurrency=3", "--lease=7.0", "--health-port=8081")
        .contains("--redis=redis://:p%40ss:w%2Frd@redis:6379")
        .noneMatch(argument -> argument.contains("password-file"));
  }

  @Test
  void anUnknownKeyOfTheFileIsNamed() {
    Sources sources = new Sources(Map.of(), properties("prot", "1"), Map.of());
    assertThatThrownBy(() -> sources.check(Set.of("port", "queue")))
        .isInstanceOf(ImagingException.class)
        .hasMessageContaining("'prot'")
        .hasMessageContaining("port, queue");
  }

  @Test
  void wrongUsageIsOneSentenceAndExitCode2() {
    assertThat(run("gateway", "--port", "many"))
        .isEqualTo("2 Invalid value for option '--port': 'many' is not an int");
    assertThat(run("gatewy")).startsWith("2 ").contains("gatewy");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThat(run("gateway", "--config", "nowhere.properties"))
        .startsWith("1 ")
        .contains("nowhere.properties");
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (var taken = new java.net.ServerSocket(0)) {
      assertThat(run("gateway", "--port", Integer.toString(taken.getLocalPort())))
          .isEqualTo(
              "1 the gateway cannot listen on port %d: choose another port"
                  .formatted(taken.getLocalPort()));
    }
  }

  private static GatewayOptions gateway(
      Map<String, String> environment, Properties file, String... flags) {
    CommandLine line = new CommandLine(new GatewayCommand());
    line.setDefaultValueProvider(new Sources(environment, file, Map.of()));
    line.parseArgs(flags);
    return line.<GatewayCommand>getCommand().options;
  }

  private static Properties properties(String... keysAndValues) {
    Properties properties = new Properties();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
    }
    return properties;
  }

  /** {@return exit code and standard error} */
  private static String run(String... arguments) {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      int code = Main.run(arguments, Map.of());
      return code + " " + said.toString(StandardCharsets.UTF_8).strip();
    } finally {
      System.setErr(before);
    }
  }
}
