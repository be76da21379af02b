package imaging.pipelines.lab;

import imaging.filters.ImageFilter;
import imaging.grader.Todo;
import java.util.List;

/**
 * L2.2: filters by name, from plug-ins that this class has never heard of.
 *
 * <p>There is no list of filters in it: a plug-in that is written tomorrow works without a change
 * here. Immutable; any number of threads may use one catalog.
 *
 * <ul>
 *   <li>Case means nothing, in any country: {@code TILT} is {@code tilt} on a Turkish computer too.
 *   <li>A plug-in that is broken is left out and becomes a line of {@link #problems()}; all others
 *       are there. Broken is: {@code next()} of the iterator throws a {@code
 *       ServiceConfigurationError} (go on with the next one), {@code name()} throws a {@code
 *       RuntimeException}, or the name is null or blank.
 *   <li>Filters are made when asked for, a new one each time, not when the catalog is.
 * </ul>
 */
public final class FilterCatalog {

  private FilterCatalog() {}

  /**
   * {@return a catalog of these plug-ins} Later changes of {@code plugins} change nothing.
   *
   * @throws IllegalArgumentException if two plug-ins have one name; names both classes
   */
  public static FilterCatalog of(Iterable<? extends FilterPlugin> plugins) {
    throw Todo.todo("FilterCatalog.of");
  }

  /** {@return a catalog of all plug-ins on the class path, found by java.util.ServiceLoader} */
  public static FilterCatalog installed() {
    throw Todo.todo("FilterCatalog.installed");
  }

  /** {@return the names, in lower case, sorted, unmodifiable} */
  public List<String> names() {
    throw Todo.todo("FilterCatalog.names");
  }

  /**
   * {@return a new filter}
   *
   * @throws imaging.filters.ImagingException if there is no such filter: quotes the name as it was
   *     asked for and has {@code NearestName.advice}
   */
  public ImageFilter create(String name) {
    throw Todo.todo("FilterCatalog.create");
  }

  /** {@return one line for each broken plug-in, with the message of what was thrown, unmodifiable} */
  public List<String> problems() {
    throw Todo.todo("FilterCatalog.problems");
  }
}
