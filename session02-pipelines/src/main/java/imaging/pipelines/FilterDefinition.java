package imaging.pipelines;

import imaging.filters.ImageFilter;
import java.util.List;
import java.util.function.Function;

/**
 * How text makes a filter: its name, its parameters, and the code that builds it.
 *
 * @param name as written in a pipeline: lower-case letters, digits and hyphens
 * @param summary one short sentence for a person who picks a filter
 * @param parameters all of them must be written, in any order
 * @param factory called with checked values; may be called from any thread
 */
public record FilterDefinition(
    String name,
    String summary,
    List<Parameter> parameters,
    Function<Arguments, ? extends ImageFilter> factory) {

  public FilterDefinition {
    checkName(name);
    parameters = List.copyOf(parameters);
  }

  /** {@return a definition with these parameters, in the order given} */
  public static FilterDefinition of(
      String name,
      String summary,
      Function<Arguments, ? extends ImageFilter> factory,
      Parameter... parameters) {
    return new FilterDefinition(name, summary, List.of(parameters), factory);
  }

  /** Refuses a name that the parser could not read back. */
  static void checkName(String name) {
    if (!name.matches("[a-z][a-z0-9-]{0,29}")) {
      throw new IllegalArgumentException(
          "'%s' is no name: use a lower-case letter, then letters, digits and hyphens, 30 at most"
              .formatted(name));
    }
  }
}
