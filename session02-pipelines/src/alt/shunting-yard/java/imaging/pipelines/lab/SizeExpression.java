package imaging.pipelines.lab;

import imaging.pipelines.NearestName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** L2.1 with two stacks: values, and signs that still wait for their right side. */
public final class SizeExpression {

  private final Deque<Long> values = new ArrayDeque<>();
  private final Deque<Token> signs = new ArrayDeque<>();
  private boolean wantsValue = true;

  private SizeExpression() {}

  /** {@return the value of {@code text}} */
  public static int evaluate(String text, Map<String, Integer> names) {
    SizeExpression stacks = new SizeExpression();
    for (Token token : Tokenizer.tokens(text)) {
      stacks.accept(token, names);
    }
    return Math.toIntExact(stacks.values.pop());
  }

  private void accept(Token token, Map<String, Integer> names) {
    boolean opens = token.text().equals("(");
    boolean isValue = token.kind() == Token.Kind.NUMBER || token.kind() == Token.Kind.NAME || opens;
    if (isValue != wantsValue) {
      throw new ExpressionException("'" + token.text() + "'", token.column(), "cannot stand here");
    }
    if (opens) {
      signs.push(token);
    } else if (isValue) {
      values.push(value(token, names));
      wantsValue = false;
    } else if (token.text().equals(")")) {
      close(token);
    } else {
      operator(token);
    }
  }

  private void operator(Token token) {
    int level = level(token.text());
    while (!signs.isEmpty() && level(signs.peek().text()) >= level) {
      calculate();
    }
    if (token.kind() != Token.Kind.END) {
      signs.push(token);
      wantsValue = true;
    } else if (!signs.isEmpty()) {
      throw new ExpressionException("text ends", token.column(), "')' is missing");
    }
  }

  private void close(Token token) {
    while (!signs.isEmpty() && !signs.peek().text().equals("(")) {
      calculate();
    }
    if (signs.isEmpty()) {
      throw new ExpressionException("')'", token.column(), "nothing was opened");
    }
    signs.pop();
  }

  private static int level(String sign) {
    return switch (sign) {
      case "*", "/" -> 2;
      case "+", "-" -> 1;
      case "(" -> -1;
      default -> 0;
    };
  }

  private void calculate() {
    Token sign = signs.pop();
    long right = values.pop();
    long left = values.pop();
    if (sign.text().equals("/") && right == 0) {
      throw new ExpressionException("division by zero", sign.column(), "divide by something");
    }
    long value =
        switch (sign.text()) {
          case "+" -> left + right;
          case "-" -> left - right;
          case "*" -> left * right;
          default -> left / right;
        };
    if (value != (int) value) {
      throw new ExpressionException("overflow", sign.column(), "stay within 32 bits");
    }
    values.push(value);
  }

  private static long value(Token token, Map<String, Integer> names) {
    if (token.kind() == Token.Kind.NAME) {
      if (!names.containsKey(token.text())) {
        String advice = NearestName.advice(token.text(), names.keySet());
        throw new ExpressionException("no '" + token.text() + "'", token.column(), advice);
      }
      return names.get(token.text());
    }
    String digits = token.text().replaceFirst("^0+(?=.)", "");
    if (digits.length() > 10 || Long.parseLong(digits) > Integer.MAX_VALUE) {
      throw new ExpressionException("number too large", token.column(), "stay within 32 bits");
    }
    return Long.parseLong(digits);
  }
}
