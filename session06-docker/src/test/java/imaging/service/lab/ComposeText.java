package imaging.service.lab;

import imaging.grader.Say;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A Compose file by what it means: anchors filled in, short and long forms read alike. */
record ComposeText(Map<String, Object> root) {

  private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|h|m|s)");

  static ComposeText parse(String text) {
    try {
      return new ComposeText(map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text)));
    } catch (YAMLException broken) {
      throw new AssertionError(
          Say.text(
              "compose.yaml is not YAML: %s", "compose.yaml no es YAML: %s", broken.getMessage()));
    }
  }

  Map<String, Object> service(String name) {
    Map<String, Object> service = map(map(root.get("services")).get(name));
    if (service.isEmpty()) {
      throw new AssertionError(
          Say.text("there is no service %s", "no hay ningún servicio %s", name));
    }
    return service;
  }

  static Map<String, Object> map(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> some) {
      some.forEach((key, v) -> map.put(String.valueOf(key), v));
    }
    return map;
  }

  static List<Object> list(Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> some -> new ArrayList<>(some);
      default -> List.of(value);
    };
  }

  static Object at(Map<String, Object> from, String... path) {
    Object value = from;
    for (String key : path) {
      value = map(value).get(key);
    }
    return value;
  }

  /** A command as a list or as one text. */
  static String words(Object command) {
    return String.join(" ", list(command).stream().map(String::valueOf).toList());
  }

  /** A map, or a list of KEY=value. */
  static Map<String, String> environment(Map<String, Object> service) {
    Map<String, String> all = new LinkedHashMap<>();
    Object given = service.get("environment");
    if (given instanceof Map<?, ?> some) {
      some.forEach((key, v) -> all.put(String.valueOf(key), String.valueOf(v)));
    } else {
      for (Object entry : list(given)) {
        String[] pair = String.valueOf(entry).split("=", 2);
        all.put(pair[0], pair.length > 1 ? pair[1] : "");
      }
    }
    return all;
  }

  /** {@return target to source, from the short or the long form} */
  static Map<String, String> volumes(Map<String, Object> service) {
    Map<String, String> all = new LinkedHashMap<>();
    for (Object entry : list(service.get("volumes"))) {
      if (entry instanceof Map<?, ?> some) {
        all.put(String.valueOf(some.get("target")), String.valueOf(some.get("source")));
      } else {
        String[] parts = String.valueOf(entry).split(":");
        all.put(parts.length > 1 ? parts[1] : parts[0], parts.length > 1 ? parts[0] : "");
      }
    }
    return all;
  }

  /** {@return seconds of {@code 90}, {@code 1m30s}, {@code 0.5s}; -1 for none} */
  static double seconds(Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    String text = String.valueOf(value);
    if (text.matches("\\d+(\\.\\d+)?")) {
      return Double.parseDouble(text);
    }
    Matcher part = TIME.matcher(text);
    double sum = -1;
    while (part.find()) {
      double unit =
          switch (part.group(2)) {
            case "h" -> 3600;
            case "m" -> 60;
            case "ms" -> 0.001;
            default -> 1;
          };
      sum = Math.max(sum, 0) + Double.parseDouble(part.group(1)) * unit;
    }
    return sum;
  }

  /** {@return bytes of {@code 512m}, {@code 0.5gb}, {@code 536870912}; 0 for none} */
  static double bytes(Object value) {
    Matcher parts =
        Pattern.compile("(?i)(\\d+(?:\\.\\d+)?)\\s*([kmg]?)i?b?").matcher(String.valueOf(value));
    if (!parts.matches()) {
      return 0;
    }
    int power = "kmg".indexOf(parts.group(2).toLowerCase(java.util.Locale.ROOT)) + 1;
    return Double.parseDouble(parts.group(1))
        * Math.pow(1024, parts.group(2).isEmpty() ? 0 : power);
  }

  /** {@return cores of {@code 0.5}, {@code "0.50"}; 0 for none} */
  static double cores(Object value) {
    String text = String.valueOf(value);
    if (text.matches("\\d+m")) {
      return Double.parseDouble(text.substring(0, text.length() - 1)) / 1000;
    }
    return text.matches("\\d+(\\.\\d+)?|\\.\\d+") ? Double.parseDouble(text) : 0;
  }
}
