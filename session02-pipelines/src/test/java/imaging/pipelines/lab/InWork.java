package imaging.pipelines.lab;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which images are between the beginning of their read and their commit or abort. */
final class InWork {

  private final Set<String> names = ConcurrentHashMap.newKeySet();
  private int most;

  synchronized void begins(String name) {
    names.add(name);
    most = Math.max(most, names.size());
  }

  synchronized void ends(String name) {
    names.remove(name);
  }

  /** {@return the most that ever were in work at once} */
  synchronized int most() {
    return most;
  }
}
