package imaging.pipelines.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import imaging.grader.Check;
import imaging.grader.Say;
import java.util.Map;
import java.util.Random;

/** L2.1, second half: values, and faults that point at the right place. */
class SizeExpressionLabTest {

  private static final Map<String, Integer> NAMES = Map.of("width", 640, "height", 480);

  @Check("L2.1.4")
  void signsBindAsInArithmetic() {
    assertValue("width", 640, "a name stands for its value", "un nombre vale lo que su valor");
    assertValue("2+3*4", 14, "* binds tighter than +", "* se calcula antes que +");
    assertValue(
        "9 - 4 - 2",
        3,
        "signs of one level go from left to right",
        "los signos del mismo nivel van de izquierda a derecha");
    assertValue(
        "100/10*2/4",
        5,
        "signs of one level go from left to right",
        "los signos del mismo nivel van de izquierda a derecha");
    assertValue("((width)-20)/(1+1)", 310, "parentheses come first", "los paréntesis van primero");
    assertValue("7/2", 3, "/ drops the fraction", "/ descarta los decimales");
    Random random = new Random(42);
    for (int i = 0; i < 200; i++) {
      RandomExpression expected = RandomExpression.of(random, 4);
      assertValue(
          expected.text(),
          expected.value(),
          "a made-up expression has another value",
          "una expresión al azar da otro valor");
    }
  }

  @Check("L2.1.5")
  void faultsPointAtTheTokenThatCannotStandThere() {
    assertFault("3 +", 4, "text that ends too early", "el texto que acaba demasiado pronto");
    assertFault("", 1, "an empty text", "un texto vacío");
    assertFault("(3", 3, "a ')' that is missing", "un ')' que falta");
    assertFault("(3 4)", 4, "a ')' that is missing", "un ')' que falta");
    assertFault("3 4", 3, "a second number without a sign", "un segundo número sin signo");
    assertFault("2width", 2, "a name without a sign before it", "un nombre sin signo delante");
    assertFault("3)", 2, "a ')' too many", "un ')' de más");
    assertFault("()", 2, "parentheses around nothing", "unos paréntesis sin nada dentro");
    assertFault("-5", 1, "a sign without a left side", "un signo sin lado izquierdo");
    assertFault("2 + * 3", 5, "two signs in a row", "dos signos seguidos");
    assertFault("3 $", 3, "a character that is no token", "un carácter que no es ningún símbolo");
  }

  @Check("L2.1.6")
  void anUnknownNameIsAnsweredWithTheNearestOne() {
    Throwable fault = assertFault("10 + widht/2", 6, "an unknown name", "un nombre desconocido");
    assertThat(fault)
        .as(
            Say.text(
                "an unknown name must be quoted and the nearest known one offered",
                "hay que citar el nombre desconocido y ofrecer el conocido más parecido"))
        .hasMessageContaining("'widht'")
        .hasMessageContaining("did you mean 'width'?");
  }

  @Check("L2.1.7")
  void numbersThatDoNotFitAreFaultsAndNotSurprises() {
    assertValue("2147483647", Integer.MAX_VALUE, "the largest int", "el mayor int");
    assertFault("1+2147483648", 3, "a number over 2147483647", "un número mayor que 2147483647");
    assertFault("65536*65536", 6, "a product over 32 bits", "un producto de más de 32 bits");
    assertFault("2147483647+1-1", 11, "a sum over 32 bits", "una suma de más de 32 bits");
    assertFault("0-2147483647-2", 13, "a difference over 32 bits", "una resta de más de 32 bits");
    assertFault("8/(4-4)", 2, "a division by zero", "una división entre cero");
    assertFault("(".repeat(200), 201, "200 open parentheses", "200 paréntesis abiertos");
    assertFault("(".repeat(100_000), 201, "a hostile text", "un texto hostil");
  }

  private static void assertValue(String text, int expected, String english, String spanish) {
    Throwable thrown = catchThrowable(() -> SizeExpression.evaluate(text, NAMES));
    assertThat(thrown)
        .as(
            Say.text(
                "\"%s\" is right, but was refused (" + english + ")",
                "\"%s\" es correcta, pero se rechazó (" + spanish + ")",
                text))
        .isNull();
    assertThat(SizeExpression.evaluate(text, NAMES))
        .as(Say.text(english + ": \"%s\"", spanish + ": \"%s\"", text))
        .isEqualTo(expected);
  }

  private static Throwable assertFault(String text, int column, String english, String spanish) {
    String shown = text.length() <= 20 ? text : text.substring(0, 20) + "…";
    Throwable thrown = catchThrowable(() -> SizeExpression.evaluate(text, NAMES));
    assertThat(thrown)
        .as(
            Say.text(
                english + " must be an ExpressionException: \"%s\"",
                spanish + " debe dar una ExpressionException: \"%s\"",
                shown))
        .isInstanceOf(ExpressionException.class);
    assertThat(((ExpressionException) thrown).column())
        .as(
            Say.text(
                "the column points at another place, for " + english + ": \"%s\"",
                "la columna señala otro lugar, con " + spanish + ": \"%s\"",
                shown))
        .isEqualTo(column);
    return thrown;
  }
}
