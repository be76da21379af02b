package imaging.pipelines;

import imaging.filters.ImageFilter;
import imaging.filters.Pixels;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Several filters, one after the other: itself a filter.
 *
 * <p>Immutable; any number of threads may use one pipeline. The empty pipeline copies. A pipeline is
 * what its text says: {@link #toString()} gives {@code grayscale|blur:radius=2}, {@link
 * #parse(String)} reads it back, and two pipelines with the same text are equal. A pipeline inside a
 * pipeline is replaced by its steps.
 *
 * <p>Memory: one image more than input and output, however many steps there are.
 */
public final class FilterPipeline extends ImageFilter {

  /** The longest text that {@link #parse} reads, in characters. */
  public static final int MAX_CHARACTERS = 1000;

  /** The most filters that {@link #parse} puts in one pipeline. */
  public static final int MAX_STEPS = 20;

  private final List<ImageFilter> steps;

  private FilterPipeline(List<ImageFilter> steps) {
    this.steps = steps;
  }

  /** {@return a pipeline of these filters in this order} Later changes of the list change nothing. */
  public static FilterPipeline of(List<? extends ImageFilter> filters) {
    return new FilterPipeline(filters.stream().flatMap(FilterPipeline::stepsOf).toList());
  }

  /** {@return a pipeline of these filters in this order} */
  public static FilterPipeline of(ImageFilter... filters) {
    return of(List.of(filters));
  }

  /**
   * Reads {@code name:parameter=value,parameter=value|name|…} with the filters of {@link
   * FilterRegistry#standard()}. Spaces around names, signs and values mean nothing; a blank text is
   * the empty pipeline. Made for text of strangers: the cost is bounded by {@link #MAX_CHARACTERS}
   * and {@link #MAX_STEPS}.
   *
   * @throws PipelineSyntaxException if the text is no pipeline; names the column and what to write
   */
  public static FilterPipeline parse(String text) {
    return parse(text, FilterRegistry.standard());
  }

  /** As {@link #parse(String)}, with the filters of {@code registry}. */
  public static FilterPipeline parse(String text, FilterRegistry registry) {
    return of(new PipelineParser(text, registry).parse());
  }

  /** {@return the filters in the order they run, unmodifiable} */
  public List<ImageFilter> steps() {
    return steps;
  }

  // tag::ping-pong[]
  @Override
  public void filter(Pixels source, Pixels target) {
    int count = steps.size();
    if (count == 0) {
      System.arraycopy(source.argb(), 0, target.argb(), 0, source.argb().length);
      return;
    }
    Pixels spare = count == 1 ? target : blankLike(source);
    Pixels from = source;
    for (int i = 0; i < count; i++) {
      // The last step writes to target, the one before it to spare, the one before that to target…
      Pixels to = (count - i) % 2 == 1 ? target : spare;
      steps.get(i).filter(from, to);
      from = to;
    }
  }

  // end::ping-pong[]

  private static Pixels blankLike(Pixels model) {
    return new Pixels(model.width(), model.height(), new int[model.argb().length]);
  }

  private static Stream<ImageFilter> stepsOf(ImageFilter filter) {
    return filter instanceof FilterPipeline pipeline ? pipeline.steps.stream() : Stream.of(filter);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FilterPipeline that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    return steps.stream().map(ImageFilter::toString).collect(Collectors.joining("|"));
  }
}
