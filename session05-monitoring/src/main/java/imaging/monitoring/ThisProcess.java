package imaging.monitoring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** What this process is called. */
final class ThisProcess {

  static final String HOST = host();
  static final long PID = ProcessHandle.current().pid();

  private ThisProcess() {}

  /**
   * {@return the name with an ending that no other life has}
   *
   * <p>A worker that is restarted must not come back under its old name: it would find the task that
   * killed it in its own list, take it up again with no attempt counted, and die again, for ever.
   */
  static String uniqueName(String name) {
    return name + "-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), 6);
  }

  /** Containers and Kubernetes set HOSTNAME; asking the network may take long, so it comes last. */
  private static String host() {
    String given = System.getenv("HOSTNAME");
    if (given != null && !given.isBlank()) {
      return given;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
