package imaging.service;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.Option;

/** What worker and gateway are told in the same words, and session 5's worker does not know. */
final class CommonOptions {

  private static final String CONFIG = "--config";

  @Option(
      names = CONFIG,
      paramLabel = "FILE",
      description = "CONFIG_FILE, lines such as redis=redis://redis:6379; default: none",
      defaultValue = "${env:CONFIG_FILE:-}")
  String config = "";

  @Option(
      names = "--redis-password-file",
      paramLabel = "FILE",
      description = "REDIS_PASSWORD_FILE, a file with the password of Redis; default: none",
      defaultValue = "${env:REDIS_PASSWORD_FILE:-}")
  String redisPasswordFile = "";

  /** {@return the file named in the arguments, else in the environment; read before all options are} */
  static Properties file(String[] args, Map<String, String> environment) {
    String path = environment.getOrDefault("CONFIG_FILE", "");
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith(CONFIG + "=")) {
        path = args[i].substring(CONFIG.length() + 1);
      } else if (args[i].equals(CONFIG) && i + 1 < args.length) {
        path = args[i + 1];
      }
    }
    return path.isBlank() ? new Properties() : Sources.read(Path.of(path.strip()));
  }
}
