package imaging.pipelines.lab;

import imaging.grader.Todo;
import java.util.Map;

/**
 * L2.1: works out sizes that are written as expressions, such as {@code width/2 - 10}.
 *
 * <pre>
 *   expression = term { ( "+" | "-" ) term }
 *   term       = factor { ( "*" | "/" ) factor }
 *   factor     = NUMBER | NAME | "(" expression ")"
 * </pre>
 *
 * <p>Whole numbers; {@code /} drops the fraction, as in Java. Signs of one level go from left to
 * right: {@code 9 - 4 - 2} is 3.
 */
public final class SizeExpression {

  private SizeExpression() {}

  /**
   * {@return the value of {@code text}}
   *
   * <p>Every fault is an {@link ExpressionException}, never anything else, and its column is that of
   *
   * <ul>
   *   <li>the token that cannot stand there, also {@code END}: {@code "3 +"} fails at column 4,
   *       {@code "(3"} at column 3, {@code "3 4"} at column 3;
   *   <li>the name that is not in {@code names}; the message has {@code NearestName.advice};
   *   <li>the number that does not fit an {@code int};
   *   <li>the sign whose result does not fit an {@code int}, or that divides by zero.
   * </ul>
   *
   * @param names the values of the names, such as width and height
   */
  public static int evaluate(String text, Map<String, Integer> names) {
    throw Todo.todo("SizeExpression.evaluate");
  }
}
