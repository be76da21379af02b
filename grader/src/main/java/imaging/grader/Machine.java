package imaging.grader;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What this machine has, asked once a JVM. */
final class Machine {

  private static final class Docker {
    static final boolean ANSWERS = succeeds("docker", "version", "--format", "{{.Server.Version}}");
  }

  private static final class Cluster {
    static final boolean ANSWERS =
        Boolean.getBoolean("lab.cluster")
            && succeeds("kubectl", "get", "--raw", "/readyz", "--request-timeout=5s");
  }

  private Machine() {}

  /** {@return why a check with these needs cannot run here, or empty if it can} */
  static Optional<String> missing(Needs needs) {
    return switch (needs) {
      case JDK -> Optional.empty();
      case DOCKER ->
          Docker.ANSWERS
              ? Optional.empty()
              : Optional.of(Say.text("no Docker engine answers", "ningún motor Docker responde"));
      case CLUSTER ->
          Cluster.ANSWERS
              ? Optional.empty()
              : Optional.of(
                  Say.text(
                      "no cluster: start one and run with -Pcluster",
                      "no hay clúster: arranca uno y usa -Pcluster"));
    };
  }

  private static boolean succeeds(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(10, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
