package imaging.bench.images;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One operation by one contender on one photograph; milliseconds, one thread.
 *
 * <p>A JVM of its own for each combination, so that the compiler sees only one of them. Its heap is
 * touched before, or results in new memory would be charged for the kernel's clearing of pages.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {
      "-Xms1g",
      "-Xmx1g",
      "-XX:+AlwaysPreTouch",
      "-XX:+UseSerialGC",
      "-Djava.awt.headless=true",
      "--enable-native-access=ALL-UNNAMED"
    })
@Warmup(iterations = 4, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class ImageBenchmark {

  /** Where to leave the last result as a BMP file; not set: nowhere. */
  static final String PICTURE = "bench.picture";

  @Param public Operation operation = Operation.GRAYSCALE;

  @Param({"COURSE", "OPENCV"})
  public Contender contender = Contender.COURSE;

  @Param({"LARGE"})
  public Photograph.Size size = Photograph.Size.LARGE;

  private Library.@Nullable Work work;
  private @Nullable Object last;

  /** Loads the photograph and brings it into the contender's own form. */
  @Setup
  public void prepare() {
    ImageIO.setUseCache(false);
    work = contender.library().prepare(operation, Photograph.of(size));
    if (work == null) {
      throw new IllegalArgumentException(
          "%s cannot do %s; leave it out".formatted(contender, operation));
    }
  }

  /**
   * What the thread itself took, as the kernel counts it. JMH reads the clock on the wall, which
   * also runs while another program has the processor.
   */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Processor {
    public double milliseconds;
    public double runs;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  }

  /** {@return the result, so that nobody can leave the work out} */
  @Benchmark
  public @Nullable Object run(Processor processor) {
    long start = processor.threads.getCurrentThreadCpuTime();
    last = work == null ? null : work.run();
    processor.milliseconds += (processor.threads.getCurrentThreadCpuTime() - start) / 1e6;
    processor.runs++;
    return last;
  }

  /** Leaves the result where the comparison finds it. */
  @TearDown
  public void leavePicture() throws IOException {
    String file = System.getProperty(PICTURE);
    if (file != null && work != null && last != null) {
      ImageIO.write(work.picture(last), "bmp", Path.of(file).toFile());
    }
  }
}
