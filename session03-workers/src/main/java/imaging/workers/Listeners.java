package imaging.workers;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Helps with listeners. */
final class Listeners {

  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private Listeners() {}

  /** {@return a listener whose exceptions are logged: who only watches must not stop the work} */
  static Consumer<WorkerEvent> harmless(Consumer<WorkerEvent> listener) {
    return event -> {
      try {
        listener.accept(event);
      } catch (RuntimeException e) {
        LOG.warn("a listener failed on {}", event, e);
      }
    };
  }
}
