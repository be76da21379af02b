package imaging.filters.lab;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.filters.Pixels;
import imaging.grader.Check;
import imaging.grader.Say;

class ContrastLabTest {

  private static final Pixels COLOURS =
      new Pixels(3, 1, new int[] {0xFF285AC8, 0x40C85A28, 0x00645032});

  @Check("L1.1.1")
  void stretchesAroundTheMiddleAndRounds() {
    Pixels stretched = Drawn.filtered(new Contrast(1.25), Drawn.grey("128 28 127 129 130 132 228"));
    assertThat(Drawn.colours(stretched))
        .as(
            Say.text(
                "factor 1.25 of 128 28 127 129 130 132 228: stretch around 128 and round to the"
                    + " nearest whole number",
                "factor 1.25 de 128 28 127 129 130 132 228: estira alrededor de 128 y redondea al"
                    + " entero más cercano"))
        .isEqualTo(Drawn.text("128 3 127 129 131 133 253"));
    Pixels opaque = new Pixels(2, 1, new int[] {0xFF285AC8, 0xFFC85A28});
    assertThat(Drawn.colours(Drawn.filtered(new Contrast(1), opaque)))
        .as(
            Say.text(
                "factor 1 must change no colour; are red and blue swapped? A pixel is 0xAARRGGBB",
                "el factor 1 no debe cambiar ningún color; ¿has cambiado el rojo por el azul? Un"
                    + " píxel es 0xAARRGGBB"))
        .isEqualTo("0xFF285AC8 0xFFC85A28");
    assertThat(new Contrast(2.5)).hasToString("contrast:factor=2.5");
  }

  @Check("L1.1.2")
  void staysBetweenBlackAndWhite() {
    Pixels extreme =
        Drawn.filtered(new Contrast(2), Drawn.grey("0 63 64 65 190 191 192 193 255 100"));
    assertThat(Drawn.colours(extreme))
        .as(
            Say.text(
                "a channel has 8 bits: below 0 is 0, above 255 is 255; without the limit it runs"
                    + " over into its neighbour",
                "un canal tiene 8 bits: por debajo de 0 es 0 y por encima de 255 es 255; sin ese"
                    + " límite se desborda sobre el canal vecino"))
        .isEqualTo(Drawn.text("0 0 0 2 252 254 255 255 255 72"));
  }

  @Check("L1.1.3")
  void keepsAlphaAndTheInput() {
    int[] before = COLOURS.argb().clone();
    Pixels result = Drawn.filtered(new Contrast(0), COLOURS);
    assertThat(Drawn.hex(COLOURS.argb()))
        .as(
            Say.text(
                "the input was changed: write to target, only read source",
                "has modificado la imagen de entrada: escribe en target y solo lee de source"))
        .isEqualTo(Drawn.hex(before));
    assertThat(Drawn.hex(result.argb()))
        .as(
            Say.text(
                "alpha, the highest 8 bits, must stay as it was, and factor 0 makes all colours 128",
                "el canal alfa, los 8 bits más altos, debe quedar como estaba, y el factor 0 deja"
                    + " todos los colores en 128"))
        .isEqualTo("0xFF808080 0x40808080 0x00808080");
  }

  @Check("L1.1.4")
  void thresholdJudgesByLuma() {
    Pixels greys = Drawn.filtered(new Threshold(100), Drawn.grey("99 100 101 0 255"));
    assertThat(Drawn.colours(greys))
        .as(
            Say.text(
                "level 100 of 99 100 101 0 255: a luma equal to the level is white",
                "nivel 100 de 99 100 101 0 255: una luma igual al nivel es blanca"))
        .isEqualTo(Drawn.text("0 255 255 0 255"));
    // Red alone has luma 76, green 149, blue 29.
    Pixels primaries = new Pixels(3, 1, new int[] {0x80FF0000, 0x8000FF00, 0x000000FF});
    int[] above76 = Drawn.filtered(new Threshold(77), primaries).argb();
    assertThat(Drawn.hex(primaries.argb()))
        .as(Say.text("the input was changed", "has modificado la imagen de entrada"))
        .isEqualTo("0x80FF0000 0x8000FF00 0x000000FF");
    String weights =
        Say.text(
            "pure red has luma 76, green 149, blue 29; use the weights, each for its own channel,"
                + " and keep alpha",
            "el rojo puro tiene luma 76, el verde 149 y el azul 29; usa cada peso con su canal y"
                + " conserva el alfa");
    assertThat(Drawn.hex(above76)).as(weights).isEqualTo("0x80000000 0x80FFFFFF 0x00000000");
    assertThat(Drawn.hex(Drawn.filtered(new Threshold(76), primaries).argb()))
        .as(weights)
        .isEqualTo("0x80FFFFFF 0x80FFFFFF 0x00000000");
    assertThat(Drawn.hex(Drawn.filtered(new Threshold(150), primaries).argb()))
        .as(weights)
        .isEqualTo("0x80000000 0x80000000 0x00000000");
    assertThat(Drawn.hex(Drawn.filtered(new Threshold(29), primaries).argb()))
        .as(weights)
        .isEqualTo("0x80FFFFFF 0x80FFFFFF 0x00FFFFFF");
    assertThat(new Threshold(7)).hasToString("threshold:level=7");
  }
}
