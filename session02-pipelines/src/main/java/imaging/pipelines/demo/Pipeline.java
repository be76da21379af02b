package imaging.pipelines.demo;

import imaging.filters.ImageFilter;
import imaging.filters.Pixels;
import imaging.pipelines.FilterDefinition;
import imaging.pipelines.FilterPipeline;
import imaging.pipelines.FilterRegistry;
import imaging.pipelines.Parameter;
import imaging.pipelines.PipelineSyntaxException;

/**
 * Text becomes a pipeline, wrong text becomes a sentence that helps.
 *
 * <p>Why: from session 6 on the text comes from people on the network. "Invalid input" makes them
 * give up; a column and a guess lets them mend it in a second.
 *
 * <pre>
 * mvn -q -pl session02-pipelines compile exec:exec@pipeline
 * mvn -q -pl session02-pipelines compile exec:exec@pipeline -Ddemo.args="blur:radius=3|edges"
 * </pre>
 *
 * <p>You should see {@code did you mean 'blur'?} with a caret below the wrong word, and a filter that
 * this demo added without a change in the registry.
 */
public final class Pipeline {

  private Pipeline() {}

  /** Shows the given texts, or the examples; ends with 2 if a given text was wrong. */
  static void main(String[] args) {
    System.exit(run(args));
  }

  /** {@return the exit code} */
  static int run(String... args) {
    if (args.length > 0) {
      return show(String.join(" ", args), FilterRegistry.standard()) ? 0 : 2;
    }
    IO.println("Right: the text, and what toString() makes of it");
    show("grayscale|blur:radius=2|edges", FilterRegistry.standard());
    show("  boxblur : radius = 4 | brightness:factor=1.50 ", FilterRegistry.standard());
    show("", FilterRegistry.standard());

    IO.println("\nWrong: the first fault, its column, what to write");
    show("grayscale|blurr:radius=2|edges", FilterRegistry.standard());
    show("blur:radius=two", FilterRegistry.standard());
    show("edges|blur|grayscale", FilterRegistry.standard());

    IO.println("\nA filter of your own, with no change in the registry");
    // tag::own-filter[]
    FilterRegistry mine =
        FilterRegistry.standard()
            .with(
                FilterDefinition.of(
                    "posterize",
                    "Fewer levels a channel",
                    values -> new Posterize(values.whole("bits")),
                    new Parameter.Whole("bits", 1, 8)));
    show("posterize:bits=2|blur:radius=1", mine);
    // end::own-filter[]
    show("posterise:bits=2", mine);
    return 0;
  }

  private static boolean show(String text, FilterRegistry registry) {
    try {
      FilterPipeline pipeline = FilterPipeline.parse(text, registry);
      IO.println("  \"%s\" -> %d steps: \"%s\"".formatted(text, pipeline.steps().size(), pipeline));
      return true;
    } catch (PipelineSyntaxException e) {
      IO.println(e.caret().indent(2) + "  " + e.getMessage());
      return false;
    }
  }

  /** Keeps the highest bits of each channel. */
  private static final class Posterize extends ImageFilter {

    private final int bits;

    private Posterize(int bits) {
      this.bits = bits;
    }

    @Override
    public void filter(Pixels source, Pixels target) {
      int kept = (0xFF << (8 - bits)) & 0xFF;
      int mask = 0xFF000000 | kept << 16 | kept << 8 | kept;
      for (int i = 0; i < source.argb().length; i++) {
        target.argb()[i] = source.argb()[i] & mask;
      }
    }

    @Override
    public String toString() {
      return "posterize:bits=" + bits;
    }
  }
}
