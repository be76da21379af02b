package imaging.pipelines.lab;

import java.util.ArrayList;
import java.util.List;

/** L2.1, reference: one loop, one position. */
public final class Tokenizer {

  /** The longest text that is read. */
  public static final int MAX_CHARACTERS = 200;

  private Tokenizer() {}

  /** {@return the tokens of {@code text}, from left to right} */
  public static List<Token> tokens(String text) {
    if (text.length() > MAX_CHARACTERS) {
      throw new ExpressionException(
          "expression too long", MAX_CHARACTERS + 1, "write %d at most".formatted(MAX_CHARACTERS));
    }
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t') {
        at++;
        continue;
      }
      Token token = tokenAt(text, at);
      tokens.add(token);
      at += token.text().length();
    }
    tokens.add(new Token(Token.Kind.END, "", text.length() + 1));
    return tokens;
  }

  private static Token tokenAt(String text, int start) {
    char first = text.charAt(start);
    int end = start + 1;
    if (isDigit(first)) {
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      return new Token(Token.Kind.NUMBER, text.substring(start, end), start + 1);
    }
    if (isLetter(first)) {
      while (end < text.length() && (isLetter(text.charAt(end)) || isDigit(text.charAt(end)))) {
        end++;
      }
      return new Token(Token.Kind.NAME, text.substring(start, end), start + 1);
    }
    if ("+-*/()".indexOf(first) >= 0) {
      return new Token(Token.Kind.SIGN, text.substring(start, end), start + 1);
    }
    throw new ExpressionException(
        "unexpected '%s'".formatted(first), start + 1, "use numbers, names and + - * / ( )");
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
