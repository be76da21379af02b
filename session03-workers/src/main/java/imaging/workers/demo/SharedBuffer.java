package imaging.workers.demo;

import imaging.filters.Brightness;
import imaging.filters.ImageFilter;
import imaging.filters.Images;
import imaging.filters.Pixels;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two threads, two photographs, one buffer: each picture gets strips of the other.
 *
 * <p>Why: a filter serves all threads at once. A field that saves an allocation, filled by one thread
 * while another reads it, spoils pictures without any exception.
 *
 * <pre>
 * mvn -q -pl session03-workers compile exec:exec@shared-buffer
 * </pre>
 *
 * <p>You should see {@code wrong: 2 of 2 pictures spoiled}, {@code right: 0 of 2 pictures spoiled},
 * and two pictures to look at. Real races spoil one picture in thousands; here a barrier makes the
 * threads take turns, so that you see it each time.
 */
public final class SharedBuffer {

  private static final Path TARGET = Path.of("session03-workers", "target", "demo");
  private static final int STRIP = 32; // rows at a time
  private static final int WIDTH = 512; // of both photographs

  private final CyclicBarrier turn = new CyclicBarrier(2);
  private final AtomicInteger calls = new AtomicInteger();

  private SharedBuffer() {}

  static void main() throws Exception {
    new SharedBuffer().run();
  }

  private void run() throws Exception {
    BufferedImage one = Images.read(Path.of("samples", "portrait.jpg"));
    BufferedImage two = Images.read(Path.of("samples", "texture.jpg"));
    compare("wrong", new Wrong(), one, two);
    compare("right", new Right(), one, two);
  }

  private static void compare(String name, ImageFilter filter, BufferedImage one, BufferedImage two)
      throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<BufferedImage> first = threads.submit(() -> filter.apply(one));
      Future<BufferedImage> second = threads.submit(() -> filter.apply(two));
      int spoiled = spoiled(one, first.get()) + spoiled(two, second.get());
      IO.println("%s: %d of 2 pictures spoiled".formatted(name, spoiled));
      Path file = TARGET.resolve("shared-buffer-" + name + ".png");
      Images.write(first.get(), file);
      IO.println("Look at " + file);
    }
  }

  private static int spoiled(BufferedImage source, BufferedImage result) {
    int[] alone = Pixels.of(new Brightness(1.2).apply(source)).argb();
    return Arrays.equals(alone, Pixels.of(result).argb()) ? 0 : 1;
  }

  // tag::wrong[]
  /** Wrong: the field is shared by all threads that use this filter. */
  private final class Wrong extends InStrips {
    private final int[] buffer = new int[STRIP * WIDTH]; // saves an allocation, it seems

    @Override
    int[] buffer() {
      return buffer;
    }
  }

  // end::wrong[]

  // tag::right[]
  /** Right: what one picture needs lives in the call, not in the filter. */
  private final class Right extends InStrips {
    @Override
    int[] buffer() {
      return new int[STRIP * WIDTH];
    }
  }

  // end::right[]

  /** Brightens strip by strip, through a buffer. */
  private abstract class InStrips extends ImageFilter {

    abstract int[] buffer();

    @Override
    public void filter(Pixels source, Pixels target) {
      int[] buffer = buffer();
      int me = calls.getAndIncrement() % 2;
      for (int strip = 0; strip * buffer.length < source.argb().length; strip++) {
        int at = strip * buffer.length;
        takeTurns();
        if (strip % 2 == me) {
          System.arraycopy(source.argb(), at, buffer, 0, buffer.length);
        }
        takeTurns();
        if (strip % 2 != me) { // the unlucky moment: the other has filled it, but not used it yet
          System.arraycopy(source.argb(), at, buffer, 0, buffer.length);
        }
        takeTurns();
        System.arraycopy(brightened(buffer), 0, target.argb(), at, buffer.length);
      }
    }

    private int[] brightened(int[] buffer) {
      Pixels result = new Pixels(WIDTH, STRIP, new int[buffer.length]);
      new Brightness(1.2).filter(new Pixels(WIDTH, STRIP, buffer), result);
      return result.argb();
    }

    private void takeTurns() {
      try {
        turn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (BrokenBarrierException e) {
        throw new IllegalStateException("the other thread failed", e);
      }
    }

    @Override
    public String toString() {
      return "brightness-in-strips";
    }
  }
}
