package imaging.pipelines.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** L2.1 with one regular expression that is tried at each position. */
public final class Tokenizer {

  /** The longest text that is read. */
  public static final int MAX_CHARACTERS = 200;

  private static final Pattern PIECE =
      Pattern.compile("([ \\t]+)|([0-9]+)|([a-zA-Z][a-zA-Z0-9]*)|([-+*/()])");

  private Tokenizer() {}

  /** {@return the tokens of {@code text}, from left to right} */
  public static List<Token> tokens(String text) {
    if (text.length() > MAX_CHARACTERS) {
      throw new ExpressionException("too long", MAX_CHARACTERS + 1, "shorten it");
    }
    List<Token> tokens = new ArrayList<>();
    Matcher piece = PIECE.matcher(text);
    int at = 0;
    while (piece.region(at, text.length()).lookingAt()) {
      if (piece.group(1) == null) {
        tokens.add(new Token(kind(piece), piece.group(), at + 1));
      }
      at = piece.end();
    }
    if (at < text.length()) {
      String wrong = "unexpected '" + text.charAt(at) + "'";
      throw new ExpressionException(wrong, at + 1, "this begins no token");
    }
    tokens.add(new Token(Token.Kind.END, "", at + 1));
    return tokens;
  }

  private static Token.Kind kind(Matcher piece) {
    if (piece.group(2) != null) {
      return Token.Kind.NUMBER;
    }
    return piece.group(3) != null ? Token.Kind.NAME : Token.Kind.SIGN;
  }
}
