package imaging.grader.gates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Makes mutants of a file that is no Java: a key of YAML deleted or its value changed, a line left out. */
final class FileMutants {

  /**
   * One changed file.
   *
   * @param place a path such as {@code services.redis.image}, or a line
   * @param change {@code delete} or {@code change}
   */
  record FileMutant(String place, String change, String text) {}

  private FileMutants() {}

  static List<FileMutant> of(String name, String text) {
    return name.matches(".*\\.ya?ml") ? yaml(text) : lines(text);
  }

  private static List<FileMutant> lines(String text) {
    List<String> instructions = List.of(text.replace("\\\n", "\\\u0000").split("\n"));
    List<FileMutant> mutants = new ArrayList<>();
    for (int i = 0; i < instructions.size(); i++) {
      String line = instructions.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        List<String> rest = new ArrayList<>(instructions);
        rest.remove(i);
        mutants.add(new FileMutant(line.replaceAll("\\s+", " "), "delete", joined(rest)));
      }
    }
    return mutants;
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines).replace('\u0000', '\n') + "\n";
  }

  private static List<FileMutant> yaml(String text) {
    List<List<Object>> paths = new ArrayList<>();
    collect(load(text), new ArrayList<>(), paths);
    List<FileMutant> mutants = new ArrayList<>();
    for (List<Object> path : paths) {
      mutants.add(mutant(text, path, true));
      if (!(at(load(text), path) instanceof Map || at(load(text), path) instanceof List)) {
        mutants.add(mutant(text, path, false));
      }
    }
    return mutants;
  }

  private static FileMutant mutant(String text, List<Object> path, boolean delete) {
    Object root = load(text);
    Object parent = at(root, path.subList(0, path.size() - 1));
    Object key = path.get(path.size() - 1);
    if (parent instanceof Map<?, ?>) {
      @SuppressWarnings("unchecked")
      Map<Object, Object> map = (Map<Object, Object>) parent;
      if (delete) {
        map.remove(key);
      } else {
        map.put(key, changed(map.get(key)));
      }
    } else {
      @SuppressWarnings("unchecked")
      List<Object> list = (List<Object>) parent;
      int index = (Integer) key;
      if (delete) {
        list.remove(index);
      } else {
        list.set(index, changed(list.get(index)));
      }
    }
    String place = String.join(".", path.stream().map(String::valueOf).toList());
    return new FileMutant(place, delete ? "delete" : "change", new Yaml().dump(root));
  }

  private static Object changed(Object value) {
    if (value instanceof Boolean flag) {
      return !flag;
    }
    return value instanceof Number ? 0 : "mutant";
  }

  /** Top-level keys that start with x- are only material for anchors; what they mean stands elsewhere. */
  private static void collect(Object node, List<Object> path, List<List<Object>> all) {
    if (node instanceof Map<?, ?> map) {
      for (var entry : map.entrySet()) {
        if (!(path.isEmpty() && String.valueOf(entry.getKey()).startsWith("x-"))) {
          step(entry.getKey(), entry.getValue(), path, all);
        }
      }
    } else if (node instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        step(i, list.get(i), path, all);
      }
    }
  }

  private static void step(Object key, Object value, List<Object> path, List<List<Object>> all) {
    List<Object> here = new ArrayList<>(path);
    here.add(key);
    all.add(here);
    collect(value, here, all);
  }

  private static Object at(Object node, List<Object> path) {
    Object found = node;
    for (Object key : path) {
      found = found instanceof Map<?, ?> map ? map.get(key) : ((List<?>) found).get((Integer) key);
    }
    return found;
  }

  private static Object load(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }
}
