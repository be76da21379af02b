package imaging.workers;

import java.util.ArrayList;
import java.util.List;

/**
 * One question about the health of this process. Called on threads of the health server, every few
 * seconds: it must answer at once, from what it knows, and never wait for anything.
 */
@FunctionalInterface
public interface Probe {

  /** {@return what is wrong, a sentence each; empty if all is well} */
  List<String> problems();

  /** {@return a probe that reports the problems of all} */
  static Probe all(Probe... probes) {
    return () -> {
      List<String> problems = new ArrayList<>();
      for (Probe probe : probes) {
        problems.addAll(probe.problems());
      }
      return problems;
    };
  }
}
