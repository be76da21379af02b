package imaging.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What the workers of this process know that they hold. What lies in a worker's list in Redis and is
 * not here was handed out in an answer that never arrived. Thread-safe.
 */
final class Held {

  private final ConcurrentMap<String, Set<String>> ids = new ConcurrentHashMap<>();

  /** Workers whose list may hold more than is known here: all at first, and after each lost answer. */
  private final Set<String> trusted = ConcurrentHashMap.newKeySet();

  boolean mayHaveMore(String worker) {
    return !trusted.contains(worker);
  }

  void trust(String worker) {
    trusted.add(worker);
  }

  void doubt(String worker) {
    trusted.remove(worker);
  }

  void add(String worker, String id) {
    ids.computeIfAbsent(worker, name -> ConcurrentHashMap.newKeySet()).add(id);
  }

  void remove(String worker, String id) {
    ids.getOrDefault(worker, Set.of()).remove(id);
  }

  List<String> of(String worker) {
    return new ArrayList<>(ids.getOrDefault(worker, Set.of()));
  }
}
