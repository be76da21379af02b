package imaging.pipelines.lab;

import imaging.filters.ImageFilter;

/** A filter that somebody else wrote and that comes in a jar of its own. Given. */
public interface FilterPlugin {

  /** {@return the name people write} Case means nothing: {@code Sepia} is {@code sepia}. */
  String name();

  /** {@return a new filter} */
  ImageFilter create();
}
