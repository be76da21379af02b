package imaging.pipelines.lab;

import imaging.filters.ImageFilter;
import imaging.filters.ImagingException;
import imaging.pipelines.NearestName;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** L2.2, reference: a sorted map that is filled once. */
public final class FilterCatalog {

  private final Map<String, FilterPlugin> plugins = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private FilterCatalog() {}

  /** {@return a catalog of these plug-ins} */
  public static FilterCatalog of(Iterable<? extends FilterPlugin> plugins) {
    FilterCatalog catalog = new FilterCatalog();
    for (Iterator<? extends FilterPlugin> all = plugins.iterator(); all.hasNext(); ) {
      try {
        catalog.add(all.next());
      } catch (ServiceConfigurationError e) {
        catalog.problems.add("a plug-in was left out: " + e.getMessage());
      }
    }
    return catalog;
  }

  /** {@return a catalog of all plug-ins on the class path} */
  public static FilterCatalog installed() {
    return of(ServiceLoader.load(FilterPlugin.class));
  }

  private void add(FilterPlugin plugin) {
    String name = nameOf(plugin);
    if (name.isBlank()) {
      return;
    }
    FilterPlugin first = plugins.putIfAbsent(key(name), plugin);
    if (first != null) {
      throw new IllegalArgumentException(
          "%s and %s are both called '%s': remove one of them"
              .formatted(first.getClass().getName(), plugin.getClass().getName(), name));
    }
  }

  /** {@return the name, or a blank one with a line in the problems} */
  private String nameOf(FilterPlugin plugin) {
    String owner = plugin.getClass().getName();
    try {
      String name = plugin.name();
      if (name != null && !name.isBlank()) {
        return name;
      }
      problems.add(owner + " was left out: it has no name");
    } catch (RuntimeException e) {
      problems.add(owner + " was left out: " + e.getMessage());
    }
    return "";
  }

  /** {@return the names, in lower case, sorted} */
  public List<String> names() {
    return List.copyOf(plugins.keySet());
  }

  /** {@return a new filter} */
  public ImageFilter create(String name) {
    FilterPlugin plugin = plugins.get(key(name));
    if (plugin == null) {
      throw new ImagingException(
          "unknown filter '%s': %s".formatted(name, NearestName.advice(name, names())));
    }
    return plugin.create();
  }

  /** {@return one line for each broken plug-in} */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
