package imaging.filters.lab;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.filters.Pixels;
import imaging.grader.Check;
import imaging.grader.Say;
import java.util.Arrays;
import java.util.stream.IntStream;

class ConvolutionLabTest {

  private static final int[] IDENTITY = {0, 0, 0, 0, 1, 0, 0, 0, 0};
  private static final int[] MEAN = {1, 1, 1, 1, 1, 1, 1, 1, 1};

  private static final int[] FROM_ABOVE_LEFT = {1, 0, 0, 0, 0, 0, 0, 0, 0};

  private static final int[] FROM_BELOW_RIGHT = {0, 0, 0, 0, 0, 0, 0, 0, 1};

  private static final String SQUARE =
      """
      1 2 3
      4 5 6
      7 8 9
      """;

  @Check("L1.2.1")
  void policiesSayWhatToReadBesideTheImage() {
    indices("REPLICATE", 4, 0, 0, 1, 2, 3, 3);
    indices("MIRROR", 4, 1, 0, 1, 2, 3, 2);
    indices("ZERO", 4, BorderPolicy.NONE, 0, 1, 2, 3, BorderPolicy.NONE);
    indices("REPLICATE", 2, 0, 0, 1, 1);
    indices("MIRROR", 2, 1, 0, 1, 0);
    indices("REPLICATE", 1, 0, 0, 0);
    indices("MIRROR", 1, 0, 0, 0);
    indices("ZERO", 1, BorderPolicy.NONE, 0, BorderPolicy.NONE);
  }

  /** Takes the policy by name: JUnit cannot even list methods that name a class which is missing. */
  private static void indices(String name, int length, int... expected) {
    BorderPolicy policy = BorderPolicy.valueOf(name);
    int[] found = new int[length + 2];
    for (int position = -1; position <= length; position++) {
      found[position + 1] = policy.index(position, length);
    }
    assertThat(found)
        .as(
            Say.text(
                "%s, length %d: indices for the positions from -1 to %d; a mirror does not repeat"
                    + " the edge, and one pixel mirrors itself",
                "%s, longitud %d: índices de las posiciones de -1 a %d; un espejo no repite el"
                    + " borde, y un solo píxel se refleja a sí mismo",
                name,
                length,
                length))
        .isEqualTo(expected);
  }

  @Check("L1.2.2")
  void weighsTheNineNeighbours() {
    assertThat(centre(FROM_ABOVE_LEFT, 1, SQUARE))
        .as(
            Say.text(
                "the first weight belongs to the neighbour above left (1 here): do not turn the"
                    + " kernel round, and go row by row",
                "el primer peso es el del vecino de arriba a la izquierda (aquí, 1): no gires el"
                    + " núcleo y recórrelo fila a fila"))
        .isEqualTo("0xFF010101");
    assertThat(centre(new int[] {0, 0, 1, 0, 0, 0, 0, 0, 0}, 1, SQUARE))
        .as(
            Say.text(
                "the third weight belongs to the neighbour above right (3 here)",
                "el tercer peso es el del vecino de arriba a la derecha (aquí, 3)"))
        .isEqualTo("0xFF030303");
    assertThat(centre(new int[] {0, 1, 0, 1, 1, 1, 0, 1, 0}, 10, SQUARE))
        .as(
            Say.text(
                "25 / 10 is 2.5 and rounds to 3: integer division cuts the fraction off",
                "25 / 10 es 2.5 y se redondea a 3: la división entera corta los decimales"))
        .isEqualTo("0xFF030303");
    assertThat(centre(new int[] {9, 0, 0, 0, 0, 0, 0, 0, -1}, 1, SQUARE))
        .as(
            Say.text(
                "9 times 1 less 9 is exactly 0 and must be black",
                "9 por 1 menos 9 es exactamente 0 y debe ser negro"))
        .isEqualTo("0xFF000000");
    String limits =
        Say.text(
            "below 0 is 0, above 255 is 255; without the limit a value runs over into its neighbour",
            "por debajo de 0 es 0 y por encima de 255 es 255; sin ese límite el valor se desborda"
                + " sobre el canal vecino");
    assertThat(centre(new int[] {0, 0, 0, 0, -1, 0, 0, 0, 0}, 1, SQUARE))
        .as(limits)
        .isEqualTo("0xFF000000");
    assertThat(centre(new int[] {0, 0, 0, 0, 52, 0, 0, 0, 0}, 1, SQUARE))
        .as(limits)
        .isEqualTo("0xFFFFFFFF");
    assertThat(centre(new int[] {0, 0, 0, 0, 64, 0, 0, 0, 0}, 1, SQUARE))
        .as(limits)
        .isEqualTo("0xFFFFFFFF");
    int[] colours = IntStream.range(0, 9).map(k -> 0xFF010500 + k * 0x0A1401).toArray();
    assertThat(
            hexOfCentre(
                Drawn.filtered(
                    new Convolution(MEAN, 9, BorderPolicy.REPLICATE), new Pixels(3, 3, colours))))
        .as(
            Say.text(
                "red, green and blue are weighed each for itself; are two of them swapped?",
                "el rojo, el verde y el azul se pesan cada uno por su lado; ¿has cambiado dos?"))
        .isEqualTo("0xFF295504");
  }

  private static String centre(int[] weights, int divisor, String square) {
    Pixels source = Drawn.grey(square);
    return hexOfCentre(
        Drawn.filtered(new Convolution(weights, divisor, BorderPolicy.REPLICATE), source));
  }

  private static String hexOfCentre(Pixels square) {
    return Drawn.hex(square.argb()[4] | 0xFF000000);
  }

  @Check("L1.2.3")
  void theBorderIsComputedToo() {
    border(FROM_ABOVE_LEFT, "REPLICATE", SQUARE, "1 1 2\n1 1 2\n4 4 5");
    border(FROM_BELOW_RIGHT, "REPLICATE", SQUARE, "5 6 6\n8 9 9\n8 9 9");
    border(FROM_ABOVE_LEFT, "MIRROR", SQUARE, "5 4 5\n2 1 2\n5 4 5");
    border(FROM_BELOW_RIGHT, "MIRROR", SQUARE, "5 6 5\n8 9 8\n5 6 5");
    border(FROM_ABOVE_LEFT, "ZERO", SQUARE, "0 0 0\n0 1 2\n0 4 5");
    border(FROM_BELOW_RIGHT, "ZERO", SQUARE, "5 6 0\n8 9 0\n0 0 0");
    border(MEAN, "ZERO", "90", "10");
    border(MEAN, "REPLICATE", "90", "90");
    border(MEAN, "MIRROR", "90", "90");
    border(MEAN, "REPLICATE", "90 0", "60 30");
    border(MEAN, "MIRROR", "90 0 30", "30 40 10");
    border(MEAN, "ZERO", "90\n0\n30", "10\n13\n3");
  }

  private static void border(int[] weights, String policy, String image, String expected) {
    int divisor = weights == MEAN ? 9 : 1;
    Pixels result =
        Drawn.filtered(
            new Convolution(weights, divisor, BorderPolicy.valueOf(policy)), Drawn.grey(image));
    assertThat(Drawn.colours(result))
        .as(
            Say.text(
                "border %s, image %s, weights %s: every pixel has to be written, those at the"
                    + " border with what the policy says",
                "borde %s, imagen %s, pesos %s: hay que escribir todos los píxeles, los del borde"
                    + " con lo que dice la política",
                policy,
                image.strip().replace("\n", " / "),
                Arrays.toString(weights)))
        .isEqualTo(Drawn.text(expected));
  }

  @Check("L1.2.4")
  void keepsAlphaAndTheInput() {
    Pixels source = Drawn.random(5, 4);
    Pixels before = new Pixels(5, 4, source.argb().clone());
    int[] tripled = Drawn.filtered(new Convolution(MEAN, 3, BorderPolicy.MIRROR), source).argb();
    assertThat(Drawn.text(source))
        .as(
            Say.text(
                "the input was changed: its neighbours would be computed from results",
                "has modificado la imagen de entrada: los vecinos se calcularían con resultados"))
        .isEqualTo(Drawn.text(before));
    assertThat(
            Drawn.text(Drawn.filtered(new Convolution(IDENTITY, 1, BorderPolicy.MIRROR), source)))
        .as(
            Say.text(
                "the kernel with a 1 in the middle changes nothing, and alpha stays that of the pixel",
                "el núcleo con un 1 en el centro no cambia nada, y el alfa sigue siendo el del píxel"))
        .isEqualTo(Drawn.text(before));
    assertThat(IntStream.of(tripled).map(pixel -> pixel >>> 24).toArray())
        .as(Say.text("alpha is not weighed", "el alfa no se pesa"))
        .isEqualTo(IntStream.of(before.argb()).map(pixel -> pixel >>> 24).toArray());
    int[] weights = IDENTITY.clone();
    Convolution unmoved = new Convolution(weights, 1, BorderPolicy.ZERO);
    weights[4] = 0;
    assertThat(Drawn.text(Drawn.filtered(unmoved, source)))
        .as(Say.text("the filter shares its weights", "el filtro comparte sus pesos"))
        .isEqualTo(Drawn.text(before));
    assertThat(unmoved).hasToString("convolution:border=ZERO");
  }
}
