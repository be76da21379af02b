package imaging.filters.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import imaging.filters.Pixels;
import imaging.grader.Check;
import imaging.grader.Say;
import java.util.Arrays;
import java.util.stream.IntStream;

class SlidingBoxLabTest {

  @Check("L1.3.1")
  void meansAreRoundedInTheMiddle() {
    // Only windows that lie wholly inside the row are looked at here.
    int[] means = SlidingBox.means(CountedSamples.of(0, 0, 90, 0, 0, 1, 1, 0, 0), 1);
    assertThat(means)
        .as(Say.text("as many means as values", "tantas medias como valores"))
        .hasSize(9);
    assertThat(Arrays.copyOfRange(means, 1, 4))
        .as(
            Say.text(
                "radius 1 averages three values: a lone 90 becomes 30 in three places",
                "el radio 1 promedia tres valores: un 90 solo pasa a ser 30 en tres sitios"))
        .containsExactly(30, 30, 30);
    assertThat(Arrays.copyOfRange(means, 4, 8))
        .as(
            Say.text(
                "the means 1/3 2/3 2/3 1/3 are 0 1 1 0: integer division cuts off, it does not round",
                "las medias 1/3 2/3 2/3 1/3 son 0 1 1 0: la división entera corta, no redondea"))
        .containsExactly(0, 1, 1, 0);
    assertThat(SlidingBox.means(CountedSamples.of(7, 200, 3), 0))
        .as(Say.text("radius 0 changes nothing", "el radio 0 no cambia nada"))
        .containsExactly(7, 200, 3);
  }

  @Check("L1.3.2")
  void windowsAtTheEndsRepeatTheEdge() {
    means(1, new int[] {90, 0, 0, 30}, 60, 30, 10, 20);
    means(2, new int[] {100, 0, 0, 0, 0, 50}, 60, 40, 20, 10, 20, 30);
    means(3, new int[] {70, 0}, 40, 30);
    means(3, new int[] {70, 0, 7}, 42, 33, 24);
    means(9, new int[] {200}, 200);
    means(100, new int[] {201, 0}, 101, 100);
    for (int length = 1; length <= 12; length++) {
      for (int radius = 0; radius <= 15; radius++) {
        CountedSamples row = new CountedSamples(length, i -> (i * 89 + 200) % 256);
        int reach = radius;
        int[] expected = IntStream.range(0, length).map(i -> row.meanAround(i, reach)).toArray();
        means(radius, IntStream.range(0, length).map(row::get).toArray(), expected);
      }
    }
  }

  private static void means(int radius, int[] row, int... expected) {
    assertThat(SlidingBox.means(CountedSamples.of(row), radius))
        .as(
            Say.text(
                "row %s, radius %d: beside the row its first and last value count, however far the"
                    + " window reaches, and the window stays %d long",
                "fila %s, radio %d: fuera de la fila cuentan el primer y el último valor, por lejos"
                    + " que llegue la ventana, que siempre mide %d",
                Arrays.toString(row),
                radius,
                2 * radius + 1))
        .isEqualTo(expected);
  }

  @Check(value = "L1.3.3", seconds = 5)
  void theCostDoesNotGrowWithTheRadius() {
    for (int radius : new int[] {0, 1, 2, 10, 100, 499, 5000}) {
      CountedSamples row = new CountedSamples(1000, i -> i % 256);
      int[] means = SlidingBox.means(row, radius);
      assertThat(means)
          .as(Say.text("as many means as values", "tantas medias como valores"))
          .hasSize(1000);
      assertThat(row.reads())
          .as(
              Say.text(
                  "1000 values, radius %d, took %d reads: the cost grows with the radius; when the"
                      + " window moves, one value leaves and one enters",
                  "1000 valores, radio %d, han costado %d lecturas: el coste crece con el radio;"
                      + " cuando la ventana avanza, sale un valor y entra otro",
                  radius,
                  row.reads()))
          .isLessThanOrEqualTo(3 * 1000 + 2 * radius + 1);
    }
    // So wide that adding up every window, even from a copy, takes hours.
    CountedSamples huge = new CountedSamples(3_000_000, i -> i * 31 & 0xFF);
    int[] means = SlidingBox.means(huge, 1_000_000);
    assertThat(means[1_500_000])
        .as(
            Say.text(
                "the mean of 2000001 values in the middle of a long row",
                "la media de 2000001 valores en mitad de una fila larga"))
        .isCloseTo(huge.meanAround(1_500_000, 1_000_000), within(1));
  }

  @Check("L1.3.4")
  void blursBothWaysAndAllFourChannels() {
    Pixels dot = Drawn.grey("0 0 0 0 0\n0 0 90 0 0\n0 0 0 0 0\n0 0 0 0 0");
    assertThat(Drawn.colours(Drawn.filtered(new SlidingBox(1), dot)))
        .as(
            Say.text(
                "radius 1 spreads a dot over 3x3 pixels: along the rows and down the columns",
                "el radio 1 reparte un punto en 3x3 píxeles: por filas y por columnas"))
        .isEqualTo(Drawn.text("0 10 10 10 0\n0 10 10 10 0\n0 10 10 10 0\n0 0 0 0 0"));
    Pixels colours = new Pixels(2, 2, new int[] {0x90FF8040, 0x90FF8040, 0x90FF8040, 0x90FF8040});
    assertThat(Drawn.text(Drawn.filtered(new SlidingBox(3), colours)))
        .as(
            Say.text(
                "one colour blurred is that colour, alpha included; red and blue stay in their places",
                "un solo color desenfocado es ese mismo color, con su alfa; el rojo y el azul siguen"
                    + " en su sitio"))
        .isEqualTo("0x90FF8040 0x90FF8040 /\n0x90FF8040 0x90FF8040");
    for (int radius : new int[] {1, 2, 7}) {
      Pixels source = Drawn.random(7, 5);
      String before = Drawn.text(source);
      Pixels result = Drawn.filtered(new SlidingBox(radius), source);
      assertThat(Drawn.text(source))
          .as(
              Say.text(
                  "the input was changed: keep what lies between the two passes in an array of your own",
                  "has modificado la imagen de entrada: guarda lo que hay entre las dos pasadas en un"
                      + " array tuyo"))
          .isEqualTo(before);
      assertThat(Drawn.distance(result, Drawn.boxBlurred(source, radius)))
          .as(
              Say.text(
                  "random pixels, radius %d: largest difference from the exact mean of the square",
                  "píxeles al azar, radio %d: mayor diferencia con la media exacta del cuadrado",
                  radius))
          .isLessThanOrEqualTo(1);
    }
    assertThat(new SlidingBox(4)).hasToString("slidingbox:radius=4");
  }
}
