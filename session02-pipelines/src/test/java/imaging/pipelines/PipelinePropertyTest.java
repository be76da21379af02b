package imaging.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import imaging.filters.BoxBlur;
import imaging.filters.Brightness;
import imaging.filters.Edges;
import imaging.filters.GaussianBlur;
import imaging.filters.ImageFilter;
import imaging.filters.SobelEdges;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Facts about thousands of random pipelines and texts; the seeds are fixed, so a failure repeats. */
class PipelinePropertyTest {

  private static final List<String> PIECES =
      List.of(
          "grayscale",
          "blur",
          "boxblur",
          "radius",
          "factor",
          "brightness",
          "edges",
          "|",
          "|",
          ":",
          ":",
          ",",
          "=",
          "=",
          " ",
          "\t",
          "\n",
          "2",
          "0.5",
          "-",
          "1e9",
          "NaN",
          "é",
          "😀",
          "\u0000");

  @Test
  void parsingWhatAPipelineWritesGivesThatPipeline() {
    Random random = new Random(1);
    for (int i = 0; i < 3_000; i++) {
      FilterPipeline pipeline = randomPipeline(random);
      FilterPipeline parsed = FilterPipeline.parse(pipeline.toString());
      assertThat(parsed).isEqualTo(pipeline);
      assertThat(parsed.steps())
          .map(Object::getClass)
          .isEqualTo(pipeline.steps().stream().map(Object::getClass).toList());
    }
  }

  @Test
  void anyTextIsAPipelineOrASyntaxFaultAndNothingElse() {
    Random random = new Random(2);
    int pipelines = 0;
    for (int i = 0; i < 30_000; i++) {
      String text = i % 3 == 0 ? randomCharacters(random) : randomPieces(random);
      try {
        FilterPipeline pipeline = FilterPipeline.parse(text);
        pipelines++;
        assertThat(FilterPipeline.parse(pipeline.toString())).as(text).isEqualTo(pipeline);
      } catch (PipelineSyntaxException fault) {
        assertThat(fault.column()).as(text).isBetween(1, text.length() + 1);
        assertThatCode(fault::caret).as(text).doesNotThrowAnyException();
        assertThat(fault.getMessage()).doesNotContain("\n").hasSizeLessThan(200);
      }
    }
    assertThat(pipelines).as("the pieces also make some right texts").isGreaterThan(100);
  }

  @Test
  void oneWrongLetterInARightTextNeverBreaksTheParser() {
    Random random = new Random(3);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder(randomPipeline(random).toString());
      if (!text.isEmpty()) {
        text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(32, 127));
      }
      try {
        assertThat(FilterPipeline.parse(text.toString())).isNotNull();
      } catch (PipelineSyntaxException fault) {
        assertThat(fault.column()).isBetween(1, text.length() + 1);
      }
    }
  }

  private static FilterPipeline randomPipeline(Random random) {
    return FilterPipeline.of(
        IntStream.range(0, random.nextInt(FilterPipeline.MAX_STEPS + 1))
            .mapToObj(_ -> randomFilter(random))
            .toList());
  }

  private static ImageFilter randomFilter(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> new Grayscale();
      case 1 ->
          new GaussianBlur(random.nextBoolean() ? random.nextInt(91) : random.nextDouble() * 90);
      case 2 -> new BoxBlur(random.nextInt(91));
      case 3 -> new Brightness(random.nextDouble() * (random.nextBoolean() ? 100 : 0.001));
      case 4 -> new Edges();
      default -> new SobelEdges();
    };
  }

  private static String randomPieces(Random random) {
    return IntStream.range(0, random.nextInt(12))
        .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
        .collect(Collectors.joining());
  }

  private static String randomCharacters(Random random) {
    return random
        .ints(random.nextInt(60), 0, 0x10000)
        .mapToObj(c -> Character.toString((char) c))
        .collect(Collectors.joining());
  }
}
