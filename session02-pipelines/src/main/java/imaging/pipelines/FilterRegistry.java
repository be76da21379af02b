package imaging.pipelines;

import imaging.filters.BoxBlur;
import imaging.filters.Brightness;
import imaging.filters.Edges;
import imaging.filters.GaussianBlur;
import imaging.filters.SobelEdges;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The filters that a pipeline text may name. Immutable: {@link #with} gives a larger registry.
 *
 * <p>New filters come in without a change here:
 *
 * <pre>FilterRegistry mine = FilterRegistry.standard().with(FilterDefinition.of("sepia", …));</pre>
 *
 * <p>Registration is explicit. {@code java.util.ServiceLoader} would find filters by itself, but then
 * the class path decides what a stranger's text may run, and a gateway and a worker that were packed
 * differently would disagree about which tasks are valid. Here one line that can be read decides.
 */
public final class FilterRegistry {

  private static final FilterRegistry STANDARD =
      new FilterRegistry(Map.of())
          .with(FilterDefinition.of("grayscale", "Brightness only", _ -> new Grayscale()))
          .with(
              FilterDefinition.of(
                  "blur",
                  "Gaussian blur; radius is its standard deviation in pixels",
                  values -> new GaussianBlur(values.decimal("radius")),
                  new Parameter.Decimal("radius", 0, 90)))
          .with(
              FilterDefinition.of(
                  "boxblur",
                  "Mean of a square of 2 * radius + 1 pixels a side",
                  values -> new BoxBlur(values.whole("radius")),
                  new Parameter.Whole("radius", 0, 90)))
          .with(
              FilterDefinition.of(
                  "brightness",
                  "Colours times factor: below 1 darker, above 1 brighter",
                  values -> new Brightness(values.decimal("factor")),
                  new Parameter.Decimal("factor", 0, 100)))
          .with(FilterDefinition.of("edges", "Edges by a 3x3 kernel", _ -> new Edges()))
          .with(FilterDefinition.of("sobel", "Edges by the Sobel operator", _ -> new SobelEdges()));

  private final Map<String, FilterDefinition> byName;

  private FilterRegistry(Map<String, FilterDefinition> byName) {
    this.byName = Collections.unmodifiableMap(byName);
  }

  /** {@return the filters of this course: grayscale, blur, boxblur, brightness, edges, sobel} */
  public static FilterRegistry standard() {
    return STANDARD;
  }

  /**
   * {@return this registry and one filter more}
   *
   * @throws IllegalArgumentException if the name is taken: nobody's filter is replaced in silence
   */
  public FilterRegistry with(FilterDefinition definition) {
    Map<String, FilterDefinition> larger = new LinkedHashMap<>(byName);
    if (larger.putIfAbsent(definition.name(), definition) != null) {
      throw new IllegalArgumentException(
          "a filter '%s' is registered already: choose another name".formatted(definition.name()));
    }
    return new FilterRegistry(larger);
  }

  /** {@return the definition of that name, if there is one} */
  public Optional<FilterDefinition> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** {@return all names in the order of registration} */
  public Set<String> names() {
    return byName.keySet();
  }

  /** {@return all definitions in the order of registration} */
  public Collection<FilterDefinition> definitions() {
    return byName.values();
  }
}
