package imaging.pipelines.lab;

import imaging.filters.ImageFilter;
import imaging.filters.ImagingException;
import imaging.pipelines.NearestName;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** L2.2 with a list of entries that is searched; catalogs are short. */
public final class FilterCatalog {

  private record Entry(String name, FilterPlugin plugin) {}

  private final List<Entry> entries;
  private final List<String> problems;

  private FilterCatalog(List<Entry> entries, List<String> problems) {
    this.entries = List.copyOf(entries);
    this.problems = List.copyOf(problems);
  }

  /** {@return a catalog of these plug-ins} */
  public static FilterCatalog of(Iterable<? extends FilterPlugin> plugins) {
    List<Entry> entries = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Iterator<? extends FilterPlugin> all = plugins.iterator();
    while (all.hasNext()) {
      try {
        FilterPlugin plugin = all.next();
        String name = plugin.name();
        if (name == null || name.strip().isEmpty()) {
          throw new ImagingException("no name: " + plugin.getClass());
        }
        entries.add(new Entry(name.toLowerCase(Locale.ENGLISH), plugin));
      } catch (ServiceConfigurationError | RuntimeException e) {
        problems.add(e.toString());
      }
    }
    entries.stream().collect(Collectors.groupingBy(Entry::name)).forEach(FilterCatalog::checkOne);
    return new FilterCatalog(entries, problems);
  }

  private static void checkOne(String name, List<Entry> same) {
    if (same.size() > 1) {
      throw new IllegalArgumentException(
          same.stream().map(e -> e.plugin().getClass().toString()).toList() + " are all " + name);
    }
  }

  /** {@return a catalog of all plug-ins on the class path} */
  public static FilterCatalog installed() {
    return of(ServiceLoader.load(FilterPlugin.class));
  }

  /** {@return the names, in lower case, sorted} */
  public List<String> names() {
    return entries.stream().map(Entry::name).sorted().toList();
  }

  /** {@return a new filter} */
  public ImageFilter create(String name) {
    return entries.stream()
        .filter(entry -> entry.name().equalsIgnoreCase(name))
        .findAny()
        .orElseThrow(
            () -> new ImagingException("no '" + name + "': " + NearestName.advice(name, names())))
        .plugin()
        .create();
  }

  /** {@return one line for each broken plug-in} */
  public List<String> problems() {
    return problems;
  }
}
