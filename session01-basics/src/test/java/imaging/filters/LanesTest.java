package imaging.filters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanesTest {

  @Test
  void twoPairsMakeThePixelAgain() {
    int pixel = 0x89ABCDEF;
    assertThat(Lanes.join(Lanes.redBlue(pixel), Lanes.alphaGreen(pixel))).isEqualTo(pixel);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 7, 9, 11, 13, 15})
  void divisionByASquareIsExactForEverySum(int size) {
    int divisor = size * size;
    Lanes.Division division = Lanes.Division.by(divisor);
    for (int sum = 0; sum <= 255 * divisor; sum++) {
      assertThat(division.of(sum))
          .as("%d / %d", sum, divisor)
          .isEqualTo((2 * sum + divisor) / (2 * divisor));
    }
  }

  @Test
  void droppedBitsRoundBothLanesAlone() {
    int[] row = {0x0007_0001, 0x0005_0002, 0xFF00_0006};
    Lanes.dropBits(row, 2, row);
    assertThat(row).containsExactly(0x0002_0000, 0x0001_0001, 0x3FC0_0002);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 7, 11, 15, 21, 31})
  void windowSumsAddTheNextOnes(int size) {
    int[] row = IntStream.range(0, 50).map(i -> i * i).toArray();
    int[] sums = new int[row.length];
    new WindowSums(size, row.length).of(row, sums);
    for (int i = 0; i + size <= row.length; i++) {
      assertThat(sums[i]).isEqualTo(IntStream.range(i, i + size).map(k -> k * k).sum());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 1, 2, 7.9})
  void theWeightsOfABellAddUpToOne(double sigma) {
    int[] weights = GaussianKernel.of(sigma).weights();
    assertThat(2 * IntStream.of(weights).sum() - weights[0]).isEqualTo(GaussianKernel.ONE);
  }
}
