package imaging.service.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A Dockerfile by what it means: stages of instructions, continued lines joined, ARGs filled in. */
record DockerfileText(List<Stage> stages) {

  record Instruction(String name, String value) {}

  record Stage(String base, String name, List<Instruction> instructions) {
    List<String> all(String wanted) {
      return instructions.stream()
          .filter(i -> i.name().equals(wanted))
          .map(Instruction::value)
          .toList();
    }
  }

  static DockerfileText parse(String text) {
    List<Stage> stages = new ArrayList<>();
    Map<String, String> args = new HashMap<>();
    for (Instruction i : instructions(text)) {
      String value = fill(i.value(), args);
      if (i.name().equals("FROM")) {
        String[] words = value.replaceAll("--\\S+\\s+", "").split("\\s+");
        String name = words.length >= 3 ? words[2] : String.valueOf(stages.size());
        stages.add(new Stage(words[0], name, new ArrayList<>()));
      } else if (stages.isEmpty() && i.name().equals("ARG")) {
        String[] pair = value.split("=", 2);
        args.put(pair[0], pair.length > 1 ? pair[1] : "");
      } else if (!stages.isEmpty()) {
        stages.getLast().instructions().add(new Instruction(i.name(), value));
      }
    }
    return new DockerfileText(stages);
  }

  private static List<Instruction> instructions(String text) {
    List<Instruction> found = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String raw : text.lines().toList()) {
      String part = raw.strip();
      if (part.isEmpty() || part.startsWith("#")) {
        continue;
      }
      boolean goesOn = part.endsWith("\\");
      line.append(goesOn ? part.substring(0, part.length() - 1) + " " : part);
      if (!goesOn) {
        String[] words = line.toString().split("\\s+", 2);
        found.add(
            new Instruction(
                words[0].toUpperCase(Locale.ROOT), words.length > 1 ? words[1].strip() : ""));
        line.setLength(0);
      }
    }
    return found;
  }

  private static String fill(String value, Map<String, String> args) {
    String filled = value;
    for (var arg : args.entrySet()) {
      filled =
          filled
              .replace("${" + arg.getKey() + "}", arg.getValue())
              .replace("$" + arg.getKey(), arg.getValue());
    }
    return filled;
  }

  Stage last() {
    return stages.getLast();
  }

  /** {@return the stages that the image consists of: the last, the one it is FROM, and so on} */
  List<Stage> chain() {
    List<Stage> chain = new ArrayList<>();
    Optional<Stage> next = Optional.of(last());
    while (next.isPresent() && !chain.contains(next.get())) {
      chain.add(next.get());
      next = named(next.get().base());
    }
    return chain;
  }

  private Optional<Stage> named(String name) {
    return stages.stream().filter(s -> s.name().equalsIgnoreCase(name)).findFirst();
  }

  /** {@return images from outside that the file builds on} */
  List<String> externalBases() {
    return stages.stream()
        .map(Stage::base)
        .filter(b -> named(b).isEmpty() && !b.equals("scratch"))
        .toList();
  }

  /** {@return what holds in the image: the last instruction of this name, else that of the base stage} */
  Optional<String> effective(String name) {
    return chain().stream()
        .map(s -> s.all(name))
        .filter(v -> !v.isEmpty())
        .map(List::getLast)
        .findFirst();
  }

  /** {@return the words of the JSON form, or empty for the shell form} */
  static Optional<List<String>> execForm(String value) {
    try {
      return Optional.of(List.of(new ObjectMapper().readValue(value, String[].class)));
    } catch (JsonProcessingException shell) {
      return Optional.empty();
    }
  }
}
