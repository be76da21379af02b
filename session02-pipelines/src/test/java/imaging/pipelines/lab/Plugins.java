package imaging.pipelines.lab;

import imaging.filters.ImageFilter;
import imaging.filters.Pixels;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;

/** Plug-ins for the checks, good and broken. The public ones stand in META-INF/services. */
public final class Plugins {

  private Plugins() {}

  /** Found by ServiceLoader. */
  public static final class Sepia implements FilterPlugin {
    @Override
    public String name() {
      return "Sepia";
    }

    @Override
    public ImageFilter create() {
      return new Copy("sepia");
    }
  }

  /** Found by ServiceLoader, and cannot be made. */
  public static final class Broken implements FilterPlugin {
    /** Fails, as a plug-in does whose own library is missing. */
    public Broken() {
      throw new IllegalStateException("its library is missing");
    }

    @Override
    public String name() {
      return "broken";
    }

    @Override
    public ImageFilter create() {
      return new Copy("broken");
    }
  }

  /** Found by ServiceLoader, after the broken one. */
  public static final class Vignette implements FilterPlugin {
    @Override
    public String name() {
      return "vignette";
    }

    @Override
    public ImageFilter create() {
      return new Copy("vignette");
    }
  }

  /** A plug-in whose name is worked out when asked. */
  static final class Named implements FilterPlugin {
    private final Supplier<String> name;

    Named(Supplier<String> name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name.get();
    }

    @Override
    public ImageFilter create() {
      return new Copy(name.get());
    }
  }

  /** A plug-in that cannot make its filter. */
  static final class Useless implements FilterPlugin {
    @Override
    public String name() {
      return "useless";
    }

    @Override
    public ImageFilter create() {
      throw new UnsupportedOperationException("made too early");
    }
  }

  /** A filter that copies. */
  static final class Copy extends ImageFilter {
    private final String text;

    Copy(String text) {
      this.text = text;
    }

    @Override
    public void filter(Pixels source, Pixels target) {
      System.arraycopy(source.argb(), 0, target.argb(), 0, source.argb().length);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  static FilterPlugin named(String name) {
    return new Named(() -> name);
  }

  /** The plug-ins, as ServiceLoader gives them when one cannot be loaded: its next() throws. */
  static Iterable<FilterPlugin> withOneThatCannotBeLoaded(FilterPlugin first, FilterPlugin last) {
    List<Supplier<FilterPlugin>> all =
        List.of(
            () -> first,
            () -> {
              throw new ServiceConfigurationError("provider Blot not found");
            },
            () -> last);
    return () -> {
      Iterator<Supplier<FilterPlugin>> each = all.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return each.hasNext();
        }

        @Override
        public FilterPlugin next() {
          return each.next().get();
        }
      };
    };
  }
}
