package imaging.bench.queue;

import imaging.bench.Scores;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.locks.LockSupport;

/** One turn of one system: fills its queue and empties it in several ways. */
final class Turn {

  /** Tasks a call where they are handed in together, and where many are processed. */
  private static final int BULK = 500;

  private static final int LATENCIES = 400;

  private Turn() {}

  /** {@return what was measured; without the measurements that the system cannot do} */
  static Map<Measurement, Double> measure(QueueSystem system, RedisMeter meter, int tasks) {
    int many = (tasks + BULK - 1) / BULK * BULK;
    Map<Measurement, Double> results = new EnumMap<>(Measurement.class);
    meter.empty();
    double before = meter.usedMemory();
    results.put(Measurement.ENQUEUE_BULK, rate(many, () -> system.enqueue(many, BULK)));
    results.put(Measurement.MEMORY, (meter.usedMemory() - before) / many);
    results.put(Measurement.PROCESS_10, rate(many, () -> system.process(10, 1)));
    results.put(Measurement.ENQUEUE, rate(tasks, () -> system.enqueue(tasks, 1)));
    double client = meter.clientMicros();
    double server = meter.serverMicros();
    results.put(Measurement.PROCESS, rate(tasks, () -> system.process(1, 1)));
    results.put(Measurement.CLIENT, (meter.clientMicros() - client) / tasks);
    results.put(Measurement.SERVER, (meter.serverMicros() - server) / tasks);
    if (system.hasBatches()) {
      system.enqueue(4 * many, BULK);
      results.put(Measurement.BATCHES, rate(4 * many, () -> system.process(1, 50)));
    }
    if (system.waitsOnServer()) {
      double[] micros = latencies(system);
      results.put(Measurement.P50, Scores.quantile(micros, 0.50));
      results.put(Measurement.P99, Scores.quantile(micros, 0.99));
    }
    return results;
  }

  private static double rate(int tasks, Runnable work) {
    long start = System.nanoTime();
    work.run();
    return tasks * 1e9 / (System.nanoTime() - start);
  }

  /** From before a task is handed in until a worker, who was already waiting, has it. */
  private static double[] latencies(QueueSystem system) {
    double[] micros = new double[LATENCIES];
    SynchronousQueue<Long> taken = new SynchronousQueue<>();
    Thread worker =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; i < LATENCIES; i++) {
                    long[] at = {0};
                    system.takeOne(() -> at[0] = System.nanoTime());
                    put(taken, at[0]);
                  }
                });
    for (int i = 0; i < LATENCIES; i++) {
      LockSupport.parkNanos(1_500_000); // until the worker waits again
      long start = System.nanoTime();
      system.enqueue(1, 1);
      micros[i] = (take(taken) - start) / 1e3;
    }
    join(worker);
    return micros;
  }

  private static void put(SynchronousQueue<Long> queue, long value) {
    try {
      queue.put(value);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long take(SynchronousQueue<Long> queue) {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
