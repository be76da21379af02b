package imaging.service;

import imaging.filters.ImagingException;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/**
 * One image, three programs.
 *
 * <pre>
 * java -jar session06-docker.jar gateway --redis redis://127.0.0.1:6379
 * java -jar session06-docker.jar worker --redis redis://127.0.0.1:6379
 * java -jar session06-docker.jar healthcheck
 * </pre>
 *
 * <p>Flags win over the environment, the environment over the file of {@code --config}. Exit codes: 0
 * stopped in order, 1 unhealthy or cannot run, 2 wrong usage, 3 (worker) start me anew.
 */
@Command(
    name = "imaging",
    description = "Flags win over the environment, the environment over the file of --config.",
    synopsisSubcommandLabel = "worker|gateway|healthcheck")
public final class Main {

  static final int CANNOT_RUN = 1;
  static final int WRONG_USAGE = 2;

  /** A container is asked for its health; session 5's worker, at home on a desk, is not. */
  private static final Map<String, String> DEFAULTS = Map.of("--health-port", "8081");

  private Main() {}

  static void main(String[] args) {
    System.exit(run(args, System.getenv()));
  }

  static int run(String[] args, Map<String, String> environment) {
    try {
      Properties file = CommonOptions.file(args, environment);
      return commandLine(new Sources(environment, file, DEFAULTS)).execute(args);
    } catch (ImagingException e) {
      System.err.println(e.getMessage());
      return CANNOT_RUN;
    }
  }

  static CommandLine commandLine(Sources sources) {
    CommandLine all =
        new CommandLine(new Main())
            .addSubcommand(new WorkerCommand())
            .addSubcommand(new GatewayCommand())
            .addSubcommand(new Healthcheck())
            .setDefaultValueProvider(sources)
            .setExecutionExceptionHandler((e, line, parsed) -> failed(e))
            .setParameterExceptionHandler((e, rest) -> wrongUsage(e));
    return all.setExecutionStrategy(parsed -> execute(all, parsed, sources));
  }

  private static int execute(CommandLine all, ParseResult parsed, Sources sources) {
    if (!parsed.hasSubcommand()) {
      all.usage(System.out);
      return WRONG_USAGE;
    }
    ParseResult chosen = parsed.subcommand();
    String program = chosen.commandSpec().name();
    if (!program.equals("healthcheck") && !chosen.isUsageHelpRequested()) {
      sources.check(knownKeys(all));
      EffectiveConfig.tell(program, chosen, sources);
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /** One file may serve both programs, so a key of either is known. */
  private static Set<String> knownKeys(CommandLine all) {
    Set<String> keys = new HashSet<>();
    for (CommandLine command : all.getSubcommands().values()) {
      command.getCommandSpec().options().forEach(option -> keys.add(Sources.key(option)));
    }
    keys.remove("help");
    return keys;
  }

  private static int failed(Exception e) throws Exception {
    if (e instanceof ImagingException || e instanceof IllegalArgumentException) {
      // A message may quote an address, and an address may hold a password.
      System.err.println(RedisAddress.masked(String.valueOf(e.getMessage())));
      return CANNOT_RUN;
    }
    throw e;
  }

  private static int wrongUsage(CommandLine.ParameterException e) {
    System.err.println(e.getMessage());
    return WRONG_USAGE;
  }
}
