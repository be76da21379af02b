package imaging.pipelines.lab;

import imaging.filters.ImageFilter;
import imaging.filters.Pixels;
import java.util.function.IntConsumer;

/** A filter that copies, and calls back with the number of the image: its only pixel. */
final class Hook extends ImageFilter {

  private final IntConsumer hook;

  Hook(IntConsumer hook) {
    this.hook = hook;
  }

  @Override
  public void filter(Pixels source, Pixels target) {
    hook.accept(source.argb()[0] & 0xFFFFFF);
    target.argb()[0] = source.argb()[0];
  }

  @Override
  public String toString() {
    return "hook";
  }
}
