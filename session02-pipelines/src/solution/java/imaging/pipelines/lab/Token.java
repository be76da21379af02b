package imaging.pipelines.lab;

/**
 * A piece of an expression and where it begins. Given: nothing to write here.
 *
 * @param text as it was written; empty for {@code END}
 * @param column of its first character; the first of the text is 1
 */
public record Token(Kind kind, String text, int column) {

  /** What a token is. */
  public enum Kind {
    /** Digits, such as {@code 640}. */
    NUMBER,
    /** A letter, then letters and digits, such as {@code width}. */
    NAME,
    /** One of {@code + - * / ( )}. */
    SIGN,
    /** The end of the text, always the last token. */
    END
  }
}
