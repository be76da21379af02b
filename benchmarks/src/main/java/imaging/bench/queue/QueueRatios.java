package imaging.bench.queue;

import imaging.bench.Machine;
import imaging.bench.Scores;
import imaging.queue.Durability;
import imaging.queue.LocalRedis;
import imaging.queue.RedisServers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures the course's queue beside raw Redis commands, Redisson and Jesque, and prints the ratios.
 *
 * <p>All talk to one Redis process of ours on this machine (append-only file, fsync every second).
 * They take turns, round after round; the first round warms up and does not count.
 *
 * <pre>mvn -q -Pbench -pl benchmarks compile exec:exec@queue -Ddemo.args="--rounds 15"</pre>
 *
 * <p>You should see one line a turn, then two tables: figures, and ratios with their targets.
 */
@Command(
    name = "queue-ratios",
    mixinStandardHelpOptions = true,
    description = "The course's queue beside others on one Redis.")
public final class QueueRatios implements Callable<Integer> {

  @Option(names = "--rounds", description = "turns that count (${DEFAULT-VALUE})")
  private int rounds = 15;

  @Option(names = "--tasks", description = "a turn, one task at a time (${DEFAULT-VALUE})")
  private int tasks = 2_000;

  private final Scores scores = new Scores();

  static void main(String[] args) {
    System.exit(new CommandLine(new QueueRatios()).execute(args));
  }

  @Override
  public Integer call() {
    try (LocalRedis redis = RedisServers.local(Durability.EVERYSEC);
        RedisMeter meter = new RedisMeter(redis.url())) {
      Map<String, QueueSystem> systems = open(redis.url());
      systems.putAll(JesqueLoader.open(redis.url()));
      System.out.println(Machine.now());
      for (int round = 0; round <= rounds; round++) {
        boolean counts = round > 0;
        int size = tasks;
        systems.forEach((name, system) -> turn(name, system, meter, size, counts));
      }
      System.out.printf(
          "%n%s, %s, %d rounds of %,d tasks%n%n%s%n%n%s%n",
          redis.description(),
          Machine.now(),
          rounds,
          tasks,
          QueueTables.figures(scores, systems.keySet()),
          QueueTables.ratios(scores));
      systems.values().forEach(QueueSystem::close);
    }
    return 0;
  }

  private static Map<String, QueueSystem> open(String url) {
    Map<String, QueueSystem> systems = new LinkedHashMap<>();
    systems.put(QueueTables.RAW, new RawRedis(url));
    systems.put(QueueTables.COURSE, CourseQueue.open(url, "together", true));
    systems.put(QueueTables.TWO_TRIPS, CourseQueue.open(url, "apart", false));
    systems.put(QueueTables.REDISSON, new RedissonQueue(url));
    return systems;
  }

  private void turn(String name, QueueSystem system, RedisMeter meter, int size, boolean counts) {
    Map<Measurement, Double> results = Turn.measure(system, meter, size);
    results.forEach(
        (measurement, value) -> {
          if (counts) {
            scores.add(measurement.name(), name, value);
          }
          System.out.printf(
              "%-7s %-32s %-28s %s%n",
              counts ? "" : "warm-up", name, measurement.label(), Scores.text(value));
        });
  }
}
