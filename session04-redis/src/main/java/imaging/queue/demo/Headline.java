package imaging.queue.demo;

import imaging.filters.ImagingException;
import imaging.pipelines.FilterPipeline;
import imaging.queue.Durability;
import imaging.queue.LocalRedis;
import imaging.queue.RedisServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long a batch of images takes, from the first submit to the last result.
 *
 * <p>The workers are processes of their own and ready when the clock starts. The first batch is cold:
 * their JVMs have compiled nothing yet. The second is warm.
 *
 * <pre>mvn -q -pl session04-redis compile exec:exec@headline</pre>
 *
 * <p>Other parameters: {@code java -cp … imaging.queue.demo.Headline --workers 3 --images 200 --input
 * DIR}; the guide of this session has the line. You should see "cold_ms=" and "warm_ms=" and "lost=0".
 */
@Command(name = "headline", description = "Times a batch of images on worker processes.")
final class Headline implements Callable<Integer> {

  @Option(names = "--workers", description = "worker processes (default: ${DEFAULT-VALUE})")
  private int workers = 3;

  @Option(names = "--images", description = "tasks in a batch (default: ${DEFAULT-VALUE})")
  private int images = 10;

  @Option(names = "--input", description = "folder of JPEG files (default: the samples)")
  private @Nullable Path input;

  @Option(names = "--output", description = "folder for the results")
  private @Nullable Path output;

  @Option(names = "--redis", description = "redis://host:port (default: one of its own, with AOF)")
  private @Nullable String redis;

  @Option(names = "--quality", description = "JPEG quality 1-100 (default: ${DEFAULT-VALUE})")
  private int quality = 95;

  @Option(names = "--chains", description = "file with a pipeline a line (default: ten chains)")
  private @Nullable Path chains;

  static void main(String[] args) {
    CommandLine command = new CommandLine(new Headline());
    command.setExecutionExceptionHandler(
        (e, line, _) -> {
          line.getErr().println("headline: " + e.getMessage());
          return 1;
        });
    int code = command.execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  @Override
  public Integer call() {
    if (workers < 1 || images < 1 || quality < 1 || quality > 100) {
      throw new ImagingException("workers and images must be at least 1, quality from 1 to 100");
    }
    List<String> pipelines = pipelines();
    if (redis != null) {
      run(redis, pipelines);
      return 0;
    }
    try (LocalRedis server = RedisServers.local(Durability.EVERYSEC)) {
      run(server.url(), pipelines);
    }
    return 0;
  }

  private void run(String url, List<String> pipelines) {
    Path from = input == null ? DemoFiles.samples() : input;
    Path to = output == null ? DemoFiles.emptyFolder("headline") : output;
    List<WorkerProcess> processes = new ArrayList<>();
    try (Batch batch = new Batch(url, "headline", from)) {
      for (int i = 1; i <= workers; i++) {
        processes.add(new WorkerProcess(batch.workerArgs("w" + i, 1, to, quality)));
      }
      String ready = "";
      for (WorkerProcess process : processes) {
        ready = process.awaitLine("ready");
      }
      System.out.printf(
          "workers=%d images=%d quality=%d codec=%s%n",
          workers, images, quality, ready.substring("ready ".length()));
      System.out.printf("cold_ms=%d%n", batch.run(images, pipelines));
      System.out.printf("warm_ms=%d%n", batch.run(images, pipelines));
      System.out.printf("lost=%d%n", batch.lost());
    } finally {
      processes.forEach(WorkerProcess::close);
    }
  }

  private List<String> pipelines() {
    if (chains == null) {
      return Batch.TEN_CHAINS;
    }
    try {
      List<String> lines =
          Files.readAllLines(chains).stream().map(String::strip).filter(l -> !l.isEmpty()).toList();
      lines.forEach(FilterPipeline::parse);
      if (lines.isEmpty()) {
        throw new ImagingException("%s has no pipeline: write one a line".formatted(chains));
      }
      return lines;
    } catch (IOException e) {
      throw new ImagingException("cannot read %s: check its path".formatted(chains), e);
    }
  }
}
