package imaging.queue.demo;

import imaging.filters.ImagingException;
import imaging.queue.Durability;
import imaging.queue.Ledger;
import imaging.queue.LocalRedis;
import imaging.queue.QueueConnection;
import imaging.queue.QueueSettings;
import imaging.queue.RedisServers;
import imaging.queue.RedisTaskQueue;
import imaging.workers.ImageTask;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What a Redis that dies takes with it, for each way to write the append-only file.
 *
 * <p>A producer enqueues one task after another and counts the answers. Then Redis is killed as by kill
 * -9 and started again. With a file nothing is missing, even with fsync once a second: Redis had
 * handed the bytes to the operating system before it answered, and that lives on. A power cut kills
 * the operating system too. For that the same file is cut off where it was a second before (the
 * window of everysec: so much may not have been on the disk yet), and Redis starts from the rest.
 *
 * <pre>mvn -q -pl session04-redis compile exec:exec@aof-crash</pre>
 *
 * <p>You should see three lines: for NONE all is lost in a kill; for EVERYSEC a kill loses 0 and a
 * power cut up to a second's tasks; for ALWAYS "lost by kill -9: 0, lost by a power cut: 0".
 */
final class AofCrash {

  private static final Duration WINDOW = Duration.ofSeconds(1);
  private final Duration time;

  private AofCrash(Duration time) {
    this.time = time;
  }

  /** An argument gives the seconds to enqueue for; 3 if there is none. */
  static void main(String[] args) {
    int seconds = args.length == 0 ? 3 : Integer.parseInt(args[0]);
    System.out.printf("%-9s %12s %10s%n", "appendfsync", "acknowledged", "a second");
    for (Durability durability : Durability.values()) {
      new AofCrash(Duration.ofSeconds(seconds)).run(durability);
    }
  }

  private void run(Durability durability) {
    Path folder = DemoFiles.emptyFolder("aof-" + durability);
    try (LocalRedis server = RedisServers.local(durability, folder);
        QueueConnection redis = QueueConnection.to(server.url(), QueueSettings.named("aof"))) {
      AofFile file = new AofFile(folder);
      int acknowledged = enqueue(new RedisTaskQueue(redis), file);
      server.kill();
      server.restart();
      long lostByKill = acknowledged - submitted(redis);
      server.kill();
      // With ALWAYS each answer waited for the disk: what was acknowledged cannot be cut off.
      file.cutTo(durability == Durability.ALWAYS ? file.size() : file.sizeAtStartOfWindow());
      server.restart();
      System.out.printf(
          "%-9s %14d %10d   lost by kill -9: %d, lost by a power cut: %d%n",
          durability,
          acknowledged,
          acknowledged / time.toSeconds(),
          lostByKill,
          acknowledged - submitted(redis));
    }
  }

  /** {@return how many enqueues were answered} */
  private int enqueue(RedisTaskQueue queue, AofFile file) {
    long start = System.nanoTime();
    int acknowledged = 0;
    boolean noted = false;
    while (System.nanoTime() - start < time.toNanos()) {
      queue.enqueue(
          new ImageTask("t" + acknowledged, "cat.jpg", "grayscale", 0, Instant.now(), Map.of()));
      acknowledged++;
      if (!noted && System.nanoTime() - start > time.minus(WINDOW).toNanos()) {
        file.noteStartOfWindow();
        noted = true;
      }
    }
    return acknowledged;
  }

  private static long submitted(QueueConnection redis) {
    try {
      return new Ledger(redis).counts().pending();
    } catch (ImagingException e) {
      throw new ImagingException("Redis did not come back from its file", e);
    }
  }
}
