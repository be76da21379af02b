package imaging.bench;

import java.lang.management.ManagementFactory;

/** What a reader must know beside the figures. */
public final class Machine {

  private Machine() {}

  /** {@return system, cores, Java, and how many programs want to run at the moment (load)} */
  public static String now() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return "%s %s, %d cores, Java %s, load %.1f"
        .formatted(
            system.getName(),
            system.getArch(),
            system.getAvailableProcessors(),
            Runtime.version(),
            system.getSystemLoadAverage());
  }
}
