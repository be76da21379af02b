package imaging.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import imaging.filters.lab.Drawn;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FiltersTest {

  static Stream<ImageFilter> all() {
    return Stream.of(
        new BoxBlur(2),
        new BoxBlur(30),
        new GaussianBlur(1.5),
        new GaussianBlur(8.5),
        new Brightness(0.7),
        new Edges(),
        new SobelEdges());
  }

  @Nested
  class OnDrawnImages {

    @Test
    void boxBlurSpreadsADotOverASquare() {
      Pixels dot = Drawn.grey("0 0 0 0 0\n0 0 0 0 0\n0 0 90 0 0\n0 0 0 0 0\n0 0 0 0 0");
      assertThat(Drawn.text(Drawn.filtered(new BoxBlur(1), dot)))
          .isEqualTo(
              Drawn.text(
                  """
                  0  0  0  0  0
                  0 10 10 10  0
                  0 10 10 10  0
                  0 10 10 10  0
                  0  0  0  0  0
                  """));
    }

    @Test
    void boxBlurRepeatsTheEdge() {
      assertThat(Drawn.text(Drawn.filtered(new BoxBlur(1), Drawn.grey("90 0 0 30"))))
          .isEqualTo(Drawn.text("60 30 10 20"));
    }

    @Test
    void gaussianBlurSpreadsADotAsABell() {
      assertThat(Drawn.text(Drawn.filtered(new GaussianBlur(1), Drawn.grey("0 0 0 0 255 0 0 0 0"))))
          .isEqualTo(Drawn.text("0 1 14 62 102 62 14 1 0"));
    }

    @Test
    void brightnessStopsAtWhiteAndCutsFractionsOff() {
      assertThat(Drawn.text(Drawn.filtered(new Brightness(1.5), Drawn.grey("0 1 101 170 171 255"))))
          .isEqualTo(Drawn.text("0 1 151 255 255 255"));
    }

    @Test
    void edgesShowWhereAStepIsHighAndNothingAtTheBorder() {
      Pixels step = Drawn.grey("10 10 30 30\n10 10 30 30\n10 10 30 30");
      assertThat(Drawn.text(Drawn.filtered(new Edges(), step)))
          .isEqualTo(Drawn.text("0 0 60 0\n0 0 60 0\n0 0 60 0"));
    }

    @Test
    void sobelShowsBothSidesOfAStep() {
      Pixels step = Drawn.grey("10 10 30 30\n10 10 30 30\n10 10 30 30");
      assertThat(Drawn.text(Drawn.filtered(new SobelEdges(), step)))
          .isEqualTo(Drawn.text("0 80 80 0\n0 80 80 0\n0 80 80 0"));
    }
  }

  @Nested
  class OnEveryImage {

    @ParameterizedTest
    @MethodSource("imaging.filters.FiltersTest#all")
    void oneColourHasNoEdgesAndNothingToBlur(ImageFilter filter) {
      for (int grey : new int[] {0, 1, 127, 254, 255}) {
        int colour = 0x80000000 | grey * 0x010101;
        Pixels source = new Pixels(11, 5, IntStream.generate(() -> colour).limit(55).toArray());
        int expected =
            switch (filter) {
              case BoxBlur _, GaussianBlur _ -> colour;
              case Brightness _ -> 0x80000000 | (int) (grey * 0.7 + 1e-9) * 0x010101;
              default -> 0x80000000;
            };
        assertThat(Drawn.filtered(filter, source).argb()).as("%s", filter).containsOnly(expected);
      }
    }

    @ParameterizedTest
    @MethodSource("imaging.filters.FiltersTest#all")
    void theKindOfImageIsKeptAndASubImageIsAnImage(ImageFilter filter) {
      BufferedImage whole = new BufferedImage(9, 7, BufferedImage.TYPE_3BYTE_BGR);
      whole.setRGB(4, 3, 0xFF8040);
      whole.setRGB(1, 3, 0xFFFFFF); // just outside the part: must not be seen
      BufferedImage alone = new BufferedImage(5, 5, BufferedImage.TYPE_INT_RGB);
      alone.setRGB(2, 2, 0xFF8040);

      BufferedImage result = filter.apply(whole.getSubimage(2, 1, 5, 5));

      assertThat(result.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
      assertThat(colours(result)).isEqualTo(colours(filter.apply(alone)));
      assertThat(whole.getRGB(4, 3)).isEqualTo(0xFFFF8040);
    }

    private static int[] colours(BufferedImage image) {
      return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @ParameterizedTest
    @MethodSource("imaging.filters.FiltersTest#all")
    void anInstanceServesManyThreads(ImageFilter filter) throws Exception {
      Pixels source = Drawn.random(301, 77);
      int[] expected = Drawn.filtered(filter, source).argb();
      try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
        List<Future<int[]>> results =
            IntStream.range(0, 16)
                .mapToObj(_ -> threads.submit(() -> Drawn.filtered(filter, source).argb()))
                .toList();
        for (Future<int[]> result : results) {
          assertThat(result.get()).isEqualTo(expected);
        }
      }
    }
  }

  @Nested
  class Arguments {

    @Test
    void zeroBlurAndFactorOneChangeNothing() {
      Pixels source = Drawn.random(13, 7);
      assertThat(Drawn.filtered(new BoxBlur(0), source).argb()).isEqualTo(source.argb());
      assertThat(Drawn.filtered(new GaussianBlur(0), source).argb()).isEqualTo(source.argb());
      assertThat(Drawn.filtered(new Brightness(1), source).argb()).isEqualTo(source.argb());
    }

    @Test
    void everyRangeIsNamedWithTheValue() {
      refused(() -> new BoxBlur(-1), "boxblur radius must be from 0 to 90, but was -1");
      refused(() -> new BoxBlur(91), "boxblur radius must be from 0 to 90, but was 91");
      refused(() -> new GaussianBlur(-0.5), "blur radius must be from 0 to 90, but was -0.5");
      refused(() -> new GaussianBlur(Double.NaN), "blur radius must be from 0 to 90, but was NaN");
      refused(
          () -> new Brightness(100.5), "brightness factor must be from 0 to 100, but was 100.5");
      refused(
          () -> new Brightness(Double.POSITIVE_INFINITY),
          "brightness factor must be from 0 to 100, but was Infinity");
    }

    @Test
    void theEndsOfEachRangeAreAllowed() {
      Pixels white = Drawn.grey("255 255 255");
      for (ImageFilter filter :
          List.of(new BoxBlur(90), new GaussianBlur(90), new Brightness(100), new BoxBlur(0))) {
        assertThat(Drawn.filtered(filter, white).argb()).containsOnly(0xFFFFFFFF);
      }
      assertThat(Drawn.filtered(new Brightness(0), white).argb()).containsOnly(0xFF000000);
    }

    @Test
    void aFilterIsWrittenAsInAPipeline() {
      assertThat(all().map(ImageFilter::toString))
          .containsExactly(
              "boxblur:radius=2",
              "boxblur:radius=30",
              "blur:radius=1.5",
              "blur:radius=8.5",
              "brightness:factor=0.7",
              "edges",
              "sobel");
      assertThat(new GaussianBlur(2)).hasToString("blur:radius=2");
    }

    private static void refused(Runnable construction, String message) {
      assertThatThrownBy(construction::run)
          .isInstanceOf(FilterArgumentException.class)
          .isInstanceOf(ImagingException.class)
          .hasMessage(message);
    }
  }
}
