package imaging.pipelines.lab;

import imaging.grader.Todo;
import java.util.List;

/**
 * L2.1: cuts a size expression such as {@code (width - 20) / 3} into tokens that know their column.
 *
 * <ul>
 *   <li>Numbers are digits 0-9; names a letter a-z or A-Z, then letters and digits; signs one
 *       character of {@code + - * / ( )}.
 *   <li>Spaces and tabs separate and are no tokens, but they count as columns.
 *   <li>{@code 2x} is a number and a name: what may follow what is not decided here.
 *   <li>The last token is always {@code END}, with an empty text and the column after the last
 *       character.
 * </ul>
 */
public final class Tokenizer {

  /** The longest text that is read. */
  public static final int MAX_CHARACTERS = 200;

  private Tokenizer() {}

  /**
   * {@return the tokens of {@code text}, from left to right}
   *
   * @throws ExpressionException at the column of a character that begins no token, quoting it; at
   *     column 201 if the text has more than 200 characters
   */
  public static List<Token> tokens(String text) {
    throw Todo.todo("Tokenizer.tokens");
  }
}
