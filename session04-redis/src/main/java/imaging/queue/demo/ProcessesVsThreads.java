package imaging.queue.demo;

import imaging.queue.Durability;
import imaging.queue.LocalRedis;
import imaging.queue.RedisServers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The same tasks by N threads of one process, and by N processes with a thread each.
 *
 * <p>Threads of a JVM compute at the same time (there is no global lock as in CPython), so processes
 * are not needed for speed. They cost a start and memory each. What they buy is that one can die, or
 * be killed, or live on another machine.
 *
 * <pre>mvn -q -pl session04-redis compile exec:exec@processes-vs-threads</pre>
 *
 * <p>You should see "0 lost" twice, and a last line with the ratios "processes : threads" of start,
 * work (the median of five batches after the first) and memory (Linux only).
 */
@Command(name = "processes-vs-threads", description = "threads of one JVM against JVMs")
final class ProcessesVsThreads implements Callable<Integer> {

  @Option(
      names = "--workers",
      description = "threads, and processes (default: ${DEFAULT-VALUE})",
      defaultValue = "2")
  private int workers = 2;

  @Option(names = "--tasks", description = "tasks (default: ${DEFAULT-VALUE})", defaultValue = "40")
  private int tasks = 40;

  static void main(String[] args) {
    int code = new CommandLine(new ProcessesVsThreads()).execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  @Override
  public Integer call() {
    try (LocalRedis server = RedisServers.local(Durability.NONE)) {
      Measured threads = run(server.url(), "threads", 1, workers);
      Measured processes = run(server.url(), "processes", workers, 1);
      System.out.printf(
          "processes : threads  start %.2f  work %.2f  memory %.2f%n",
          processes.startMillis / (double) threads.startMillis,
          processes.warmMillis / (double) threads.warmMillis,
          processes.megabytes / (double) Math.max(1, threads.megabytes));
    }
    return 0;
  }

  private long median(Batch batch) {
    long[] times = new long[5];
    for (int i = 0; i < times.length; i++) {
      times[i] = batch.run(tasks, Batch.TEN_CHAINS);
    }
    Arrays.sort(times);
    return times[times.length / 2];
  }

  private record Measured(long startMillis, long warmMillis, long megabytes) {}

  private Measured run(String url, String what, int processes, int threadsEach) {
    Path output = DemoFiles.emptyFolder(what);
    long start = System.nanoTime();
    List<WorkerProcess> all = new ArrayList<>();
    try (Batch batch = new Batch(url, what, DemoFiles.samples())) {
      for (int i = 1; i <= processes; i++) {
        all.add(new WorkerProcess(batch.workerArgs("p" + i, threadsEach, output, 95)));
      }
      all.forEach(process -> process.awaitLine("ready"));
      long startMillis = (System.nanoTime() - start) / 1_000_000;
      long cold = batch.run(tasks, Batch.TEN_CHAINS);
      long warm = median(batch);
      long kilobytes = all.stream().mapToLong(p -> WorkerProcess.residentKilobytes(p.pid())).sum();
      System.out.printf(
          "%d x %d %-9s  start %d ms  first %d tasks %d ms  then %d ms  memory %d MB  %d lost%n",
          processes,
          threadsEach,
          what,
          startMillis,
          tasks,
          cold,
          warm,
          kilobytes / 1024,
          batch.lost());
      return new Measured(startMillis, warm, kilobytes / 1024);
    } finally {
      all.forEach(WorkerProcess::close);
    }
  }
}
