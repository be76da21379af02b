package imaging.workers.lab;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** A log whose lines the check can read, each with the context that its thread had. */
final class LogLines extends AppenderBase<ILoggingEvent> {

  private record Line(String message, Map<String, String> context) {
    String with(String key) {
      return message + ": " + context.getOrDefault(key, "-");
    }
  }

  private final Logger logger = (Logger) LoggerFactory.getLogger("lab");
  private final List<Line> lines = new CopyOnWriteArrayList<>();

  static LogLines attach() {
    LogLines lines = new LogLines();
    lines.setContext(lines.logger.getLoggerContext());
    lines.start();
    lines.logger.setAdditive(false);
    lines.logger.addAppender(lines);
    return lines;
  }

  void close() {
    logger.detachAppender(this);
  }

  void log(String message) {
    logger.info(message);
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(new Line(event.getMessage(), Map.copyOf(event.getMDCPropertyMap())));
  }

  /** {@return each line with its task, "-" if it has none} */
  List<String> withTask() {
    return lines.stream().map(line -> line.with("task")).toList();
  }

  List<String> withWorker() {
    return lines.stream().map(line -> line.with("worker")).toList();
  }
}
