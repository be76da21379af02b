package imaging.workers;

import imaging.filters.ImagingException;
import java.util.regex.Pattern;

/** What an image may be called in a store. */
final class ImageNames {

  /** No slash and no leading dot: nobody reads or writes outside the folder, or a half-written file. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

  private ImageNames() {}

  /** {@return the name, if it is one} */
  static String check(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new ImagingException(
          "\"%s\" is no name for an image: use letters, digits, dots, dashes and underscores"
              .formatted(name));
    }
    return name;
  }
}
