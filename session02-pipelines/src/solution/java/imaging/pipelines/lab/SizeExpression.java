package imaging.pipelines.lab;

import imaging.pipelines.NearestName;
import java.util.List;
import java.util.Map;

/** L2.1, reference: recursive descent, one method for each line of the grammar. */
public final class SizeExpression {

  private final List<Token> tokens;
  private final Map<String, Integer> names;
  private int next;

  private SizeExpression(List<Token> tokens, Map<String, Integer> names) {
    this.tokens = tokens;
    this.names = names;
  }

  /** {@return the value of {@code text}} */
  public static int evaluate(String text, Map<String, Integer> names) {
    SizeExpression parser = new SizeExpression(Tokenizer.tokens(text), names);
    int value = parser.expression();
    parser.expect("", "write a sign before it");
    return value;
  }

  private int expression() {
    int value = term();
    while (peek("+") || peek("-")) {
      Token sign = take();
      value = calculate(value, sign, term());
    }
    return value;
  }

  private int term() {
    int value = factor();
    while (peek("*") || peek("/")) {
      Token sign = take();
      value = calculate(value, sign, factor());
    }
    return value;
  }

  private int factor() {
    Token token = take();
    return switch (token.kind()) {
      case NUMBER -> number(token);
      case NAME -> valueOf(token);
      case SIGN, END -> {
        if (!token.text().equals("(")) {
          throw unexpected(token, "a number, a name or '(' must stand here");
        }
        int value = expression();
        expect(")", "')' is missing");
        yield value;
      }
    };
  }

  private int valueOf(Token name) {
    Integer value = names.get(name.text());
    if (value == null) {
      throw new ExpressionException(
          "unknown name '%s'".formatted(name.text()),
          name.column(),
          NearestName.advice(name.text(), names.keySet()));
    }
    return value;
  }

  private static int number(Token token) {
    try {
      return Integer.parseInt(token.text());
    } catch (NumberFormatException e) {
      throw new ExpressionException(
          "number " + token.text() + " too large", token.column(), "2147483647 is the largest");
    }
  }

  private static int calculate(int left, Token sign, int right) {
    try {
      return switch (sign.text()) {
        case "+" -> Math.addExact(left, right);
        case "-" -> Math.subtractExact(left, right);
        case "*" -> Math.multiplyExact(left, right);
        default -> Math.divideExact(left, right);
      };
    } catch (ArithmeticException e) {
      throw new ExpressionException(
          "%d %s %d has no value".formatted(left, sign.text(), right),
          sign.column(),
          "it divides by zero or does not fit 32 bits");
    }
  }

  private void expect(String text, String advice) {
    Token token = take();
    if (!token.text().equals(text)) {
      throw unexpected(token, advice);
    }
  }

  private boolean peek(String text) {
    return tokens.get(next).text().equals(text);
  }

  private Token take() {
    return tokens.get(next++);
  }

  private static ExpressionException unexpected(Token token, String advice) {
    String what = "unexpected %s %s".formatted(token.kind(), token.text()).strip();
    return new ExpressionException(what, token.column(), advice);
  }
}
