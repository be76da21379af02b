package imaging.filters;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.filters.lab.Drawn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fast filters against slow ones, on random pixels of all kinds of sizes. */
class FiltersMatchPlainOnesTest {

  /** Weights in 256ths: 1 on photographs, but neighbours of noise differ by up to 255. */
  private static final int NOISE = 2;

  @ParameterizedTest
  @CsvSource({
    "1,1", "1,9", "9,1", "2,2", "3,2", "2,3", "7,5", "16,16", "33,17", "61,3", "2047,2", "2048,3",
    "2049,2", "4099,3"
  })
  void whateverTheSize(int width, int height) {
    Pixels source = Drawn.random(width, height);

    same(new Edges(), source, Plain.edges(source), 0);
    same(new SobelEdges(), source, Plain.sobel(source), 0);
    same(new Brightness(1.3), source, Plain.brightness(source, 1.3), 0);
    same(new GaussianBlur(0.8), source, Plain.gaussian(source, 0.8), NOISE);
    same(new GaussianBlur(2), source, Plain.gaussian(source, 2), NOISE);
    for (int radius : new int[] {0, 1, 2, 3, 7}) {
      same(new BoxBlur(radius), source, Plain.box(source, radius), 0);
    }
    for (int radius : new int[] {8, 10, 31, 90}) {
      same(new BoxBlur(radius), source, Plain.box(source, radius), 1);
    }
  }

  private static void same(ImageFilter filter, Pixels source, Pixels expected, int tolerance) {
    Pixels before = new Pixels(source.width(), source.height(), source.argb().clone());
    Pixels result = Drawn.filtered(filter, source);
    assertThat(Drawn.distance(result, expected))
        .as("%s of %d x %d", filter, source.width(), source.height())
        .isLessThanOrEqualTo(tolerance);
    assertThat(source.argb()).as("input of " + filter).isEqualTo(before.argb());
  }
}
