package imaging.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.filters.BoxBlur;
import imaging.filters.Brightness;
import imaging.filters.Edges;
import imaging.filters.ImageFilter;
import imaging.filters.Images;
import imaging.filters.Pixels;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FilterPipelineTest {

  @Test
  void emptyPipelineCopiesAndNeverReturnsItsInput() {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(1, 0, 0x7F102030);
    BufferedImage copy = FilterPipeline.of().apply(image);
    assertThat(copy).isNotSameAs(image);
    assertThat(copy.getRGB(1, 0)).isEqualTo(0x7F102030);
    copy.setRGB(1, 0, 0);
    assertThat(image.getRGB(1, 0)).isEqualTo(0x7F102030);
  }

  @Test
  void filtersInAPipelineAgreeWithApplyingThemOneByOne() {
    for (Path photo : BatchRunner.imagesIn(Path.of("..", "samples"))) {
      BufferedImage image = small(Images.read(photo));
      for (int length = 0; length <= 5; length++) {
        List<ImageFilter> filters =
            List.<ImageFilter>of(
                    new Brightness(1.3),
                    new BoxBlur(3),
                    new Grayscale(),
                    new Edges(),
                    new Brightness(0.7))
                .subList(0, length);
        BufferedImage oneByOne = image;
        for (ImageFilter filter : filters) {
          oneByOne = filter.apply(oneByOne);
        }
        assertThat(rgb(FilterPipeline.of(filters).apply(image)))
            .as("%s through %d filters", photo, length)
            .isEqualTo(rgb(oneByOne));
      }
    }
  }

  @Test
  void noStepReadsWhatItWritesAndTwoArraysAreEnoughForAnyLength() {
    for (int length = 1; length <= 9; length++) {
      Map<int[], Boolean> written = new IdentityHashMap<>();
      int[] source = {1, 2, 3};
      int[] target = new int[3];
      pipelineOfSpies(length, written).filter(new Pixels(3, 1, source), new Pixels(3, 1, target));
      assertThat(target).containsExactly(1 + length, 2 + length, 3 + length);
      assertThat(source).containsExactly(1, 2, 3);
      assertThat(written).hasSizeLessThanOrEqualTo(2).containsKey(target).doesNotContainKey(source);
    }
  }

  private static FilterPipeline pipelineOfSpies(int length, Map<int[], Boolean> written) {
    return FilterPipeline.of(
        IntStream.range(0, length)
            .mapToObj(
                _ ->
                    new PlusOne() {
                      @Override
                      public void filter(Pixels source, Pixels target) {
                        assertThat(source.argb()).isNotSameAs(target.argb());
                        written.put(target.argb(), true);
                        super.filter(source, target);
                      }
                    })
            .toList());
  }

  @Test
  void laterChangesOfTheListChangeNothing() {
    List<ImageFilter> filters = new ArrayList<>(List.of(new Grayscale()));
    FilterPipeline pipeline = FilterPipeline.of(filters);
    filters.clear();
    assertThat(pipeline.steps()).hasSize(1).isUnmodifiable();
  }

  @Test
  void aPipelineInAPipelineBecomesItsSteps() {
    FilterPipeline inner = FilterPipeline.of(new Grayscale(), new Edges());
    FilterPipeline outer = FilterPipeline.of(inner, FilterPipeline.of(), new BoxBlur(1));
    assertThat(outer).hasToString("grayscale|edges|boxblur:radius=1");
    assertThat(outer.steps()).hasSize(3);
  }

  @Test
  void pipelinesWithOneTextAreEqual() {
    FilterPipeline parsed = FilterPipeline.parse(" grayscale | boxblur : radius = 1 ");
    assertThat(parsed)
        .isEqualTo(FilterPipeline.of(new Grayscale(), new BoxBlur(1)))
        .hasSameHashCodeAs(FilterPipeline.of(new Grayscale(), new BoxBlur(1)))
        .isNotEqualTo(FilterPipeline.of(new BoxBlur(1), new Grayscale()));
  }

  private static BufferedImage small(BufferedImage image) {
    int width = Math.min(97, image.getWidth());
    int height = Math.min(61, image.getHeight());
    return image.getSubimage(image.getWidth() / 3, image.getHeight() / 3, width, height);
  }

  private static int[] rgb(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.copyOf(pixels, pixels.length);
  }

  /** Adds 1 to each value. */
  private static class PlusOne extends ImageFilter {
    @Override
    public void filter(Pixels source, Pixels target) {
      Arrays.setAll(target.argb(), i -> source.argb()[i] + 1);
    }

    @Override
    public String toString() {
      return "plus-one";
    }
  }
}
