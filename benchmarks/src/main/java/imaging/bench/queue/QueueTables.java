package imaging.bench.queue;

import imaging.bench.Scores;
import java.util.Collection;

/** The results as Markdown. */
final class QueueTables {

  static final String RAW = "raw LMOVE + LREM";
  static final String COURSE = "course, one round trip";
  static final String TWO_TRIPS = "course, complete, then take";
  static final String REDISSON = "Redisson, move, then remove";
  static final String JESQUE = "Jesque";

  private QueueTables() {}

  /** {@return the medians, a row for each system} */
  static String figures(Scores scores, Collection<String> systems) {
    StringBuilder text = new StringBuilder("| |");
    for (Measurement measurement : Measurement.values()) {
      text.append(' ').append(measurement.label()).append(" |");
    }
    text.append("\n|---|").append("---:|".repeat(Measurement.values().length));
    for (String system : systems) {
      text.append("\n| ").append(system).append(" |");
      for (Measurement measurement : Measurement.values()) {
        String number = Scores.text(scores.of(measurement.name(), system));
        text.append(' ').append(number).append(" |");
      }
    }
    return text.toString();
  }

  /** {@return the ratios that have a target, and whether it is met} */
  static String ratios(Scores scores) {
    String one = Measurement.PROCESS.name();
    String batches = Measurement.BATCHES.name();
    StringBuilder text = new StringBuilder("| ratio | measured | target | |\n|---|---:|---:|---|");
    row(text, "one at a time / raw", scores.ratio(one, COURSE, RAW), ">=", 0.6);
    row(text, "one at a time / Redisson", scores.ratio(one, COURSE, REDISSON), ">=", 1.5);
    row(text, "batches of 50 / one", scores.ratio(batches, COURSE, one, COURSE), ">=", 5);
    String p50 = Measurement.P50.name();
    row(text, "latency p50 / raw BLMOVE", scores.ratio(p50, COURSE, RAW), "<=", 1.5);
    row(text, "bytes a task", scores.of(Measurement.MEMORY.name(), COURSE), "<=", 450);
    row(text, "two round trips / raw", scores.ratio(one, TWO_TRIPS, RAW), "", Double.NaN);
    String ten = Measurement.PROCESS_10.name();
    row(text, "10 workers / raw", scores.ratio(ten, COURSE, RAW), "", Double.NaN);
    row(text, "batches / raw pipelined", scores.ratio(batches, COURSE, RAW), "", Double.NaN);
    return text.toString();
  }

  private static void row(
      StringBuilder text, String what, double value, String sign, double target) {
    String verdict =
        switch (sign) {
          case ">=" -> value >= target ? "met" : "**not met**";
          case "<=" -> value <= target ? "met" : "**not met**";
          default -> "";
        };
    text.append("\n| %s | %s | ".formatted(what, Scores.text(value)));
    text.append("%s %s | %s |".formatted(sign, Scores.text(target), verdict).stripLeading());
  }
}
