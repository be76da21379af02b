package imaging.pipelines.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import imaging.grader.Check;
import imaging.grader.Say;
import java.util.List;
import java.util.stream.Stream;

/** L2.1, first half: tokens that know where they began. */
class TokenizerLabTest {

  @Check("L2.1.1")
  void tokensKnowTheirColumns() {
    assertThat(shown("width"))
        .as(
            Say.text(
                "columns are counted from 1, and the end stands after the last character",
                "las columnas se cuentan desde 1 y el final va detrás del último carácter"))
        .containsExactly("NAME width 1", "END  6");
    assertThat(shown("  (w2 - 10)*3 "))
        .as(
            Say.text(
                "spaces are no tokens, but they count as columns",
                "los espacios no son símbolos, pero sí cuentan como columnas"))
        .containsExactly(
            "SIGN ( 3",
            "NAME w2 4",
            "SIGN - 7",
            "NUMBER 10 9",
            "SIGN ) 11",
            "SIGN * 12",
            "NUMBER 3 13",
            "END  15");
    assertThat(shown("1\t+2/azAZ09"))
        .as(
            Say.text(
                "a tab is a space of one column; a and z, A and Z, 0 and 9 belong to names",
                "un tabulador es un espacio de una columna; a y z, A y Z, 0 y 9 valen en un nombre"))
        .containsExactly(
            "NUMBER 1 1", "SIGN + 3", "NUMBER 2 4", "SIGN / 5", "NAME azAZ09 6", "END  12");
    assertThat(shown("09zA Za"))
        .as(
            Say.text(
                "a number ends where a letter begins, and a name may begin with any letter",
                "un número acaba donde empieza una letra, y un nombre puede empezar con cualquiera"))
        .containsExactly("NUMBER 09 1", "NAME zA 3", "NAME Za 6", "END  8");
    assertThat(shown(""))
        .as(Say.text("an empty text is only its end", "un texto vacío es solo su final"))
        .containsExactly("END  1");
  }

  @Check("L2.1.2")
  void whatIsNoTokenIsNamedWithItsColumn() {
    Stream.of("/:", "@[", "`{", "é", "٣", "#", "=", ",", "\n")
        .flatMap(each -> each.chars().mapToObj(Character::toString))
        .filter(each -> !each.equals("/"))
        .forEach(TokenizerLabTest::assertRefused);
  }

  private static void assertRefused(String wrong) {
    ExpressionException fault = faultOf("10 + " + wrong + "1");
    assertThat(fault)
        .as(
            Say.text(
                "'%s' is skipped or taken for a part of a token; it is none",
                "'%s' se salta o se toma por parte de un símbolo, y no lo es", wrong))
        .isNotNull();
    assertThat(fault.column())
        .as(
            Say.text(
                "the column must be that of the wrong character itself",
                "la columna debe ser la del propio carácter equivocado"))
        .isEqualTo(6);
    assertThat(fault)
        .as(Say.text("the message must quote the character", "el mensaje debe citar el carácter"))
        .hasMessageContaining("'" + wrong + "'");
  }

  @Check("L2.1.3")
  void aTextOfOneCharacterTooManyIsRefused() {
    String longest = "1" + "+1".repeat(99) + " ";
    assertThat(Tokenizer.tokens(longest))
        .as(
            Say.text(
                "a text of exactly 200 characters is allowed",
                "un texto de exactamente 200 caracteres está permitido"))
        .hasSize(200);
    ExpressionException fault = faultOf(longest + " ");
    assertThat(fault)
        .as(
            Say.text(
                "a text of 201 characters is read: strangers would send megabytes",
                "se lee un texto de 201 caracteres: un desconocido te mandaría megabytes"))
        .isNotNull();
    assertThat(fault.column())
        .as(
            Say.text(
                "the first character too many stands in column 201",
                "el primer carácter de más está en la columna 201"))
        .isEqualTo(201);
  }

  private static List<String> shown(String text) {
    return Tokenizer.tokens(text).stream()
        .map(token -> token.kind() + " " + token.text() + " " + token.column())
        .toList();
  }

  private static ExpressionException faultOf(String text) {
    return catchThrowableOfType(ExpressionException.class, () -> Tokenizer.tokens(text));
  }
}
