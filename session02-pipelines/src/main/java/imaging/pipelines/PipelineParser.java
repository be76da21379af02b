package imaging.pipelines;

import imaging.filters.ImageFilter;
import imaging.filters.ImagingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one pipeline text from left to right and stops at the first fault.
 *
 * <pre>
 *   pipeline  = [ step { "|" step } ]
 *   step      = name [ ":" parameter { "," parameter } ]
 *   parameter = name "=" value
 * </pre>
 *
 * One method per line of this grammar, and one field that says where we are: that position is what
 * errors report. One parser reads one text, on one thread.
 */
final class PipelineParser {

  private final String text;
  private final FilterRegistry registry;
  private int at;

  PipelineParser(String text, FilterRegistry registry) {
    this.text = text;
    this.registry = registry;
  }

  List<ImageFilter> parse() {
    if (text.length() > FilterPipeline.MAX_CHARACTERS) {
      int most = FilterPipeline.MAX_CHARACTERS;
      String what = "pipeline of %d characters too long".formatted(text.length());
      throw fault(most, what, "write %d characters at most".formatted(most));
    }
    List<ImageFilter> steps = new ArrayList<>();
    skipSpaces();
    if (at == text.length()) {
      return steps;
    }
    do {
      skipSpaces();
      if (steps.size() == FilterPipeline.MAX_STEPS) {
        String advice = "use %d at most".formatted(FilterPipeline.MAX_STEPS);
        throw fault(at, "too many filters", advice);
      }
      steps.add(step());
    } while (accept('|'));
    expectEnd();
    return steps;
  }

  private ImageFilter step() {
    int start = at;
    String name = name("filter");
    FilterDefinition definition =
        registry
            .find(name)
            .orElseThrow(() -> fault(start, "unknown filter ", name, registry.names()));
    Arguments arguments = parameters(definition, start);
    try {
      return definition.factory().apply(arguments);
    } catch (IllegalArgumentException | ImagingException e) {
      // Ranges are checked above; this is for rules that only the filter itself knows.
      String reason = e.getMessage() == null ? "check its values" : e.getMessage();
      throw fault(start, "filter '" + name + "' refused its values", reason);
    }
  }

  private Arguments parameters(FilterDefinition definition, int start) {
    Map<String, Double> values = new LinkedHashMap<>();
    if (accept(':')) {
      do {
        parameter(definition, values);
      } while (accept(','));
    }
    for (Parameter wanted : definition.parameters()) {
      if (!values.containsKey(wanted.name())) {
        String advice = "write %s:%s=…".formatted(definition.name(), wanted.name());
        String what = "filter '%s' without its %s".formatted(definition.name(), wanted.name());
        throw fault(start, what, advice + ", " + wanted.range());
      }
    }
    return new Arguments(values);
  }

  private void parameter(FilterDefinition definition, Map<String, Double> values) {
    skipSpaces();
    int start = at;
    String name = name("parameter");
    Parameter parameter = find(definition, name, start);
    if (values.containsKey(name)) {
      throw fault(start, "parameter '" + name + "' written twice", "write it once");
    }
    if (!accept('=')) {
      throw fault(at, "no value of '" + name + "'", "write " + name + "=…, " + parameter.range());
    }
    values.put(name, value(parameter));
  }

  private Parameter find(FilterDefinition definition, String name, int start) {
    List<Parameter> known = definition.parameters();
    if (known.isEmpty()) {
      String what = "filter '" + definition.name() + "' with a parameter";
      throw fault(start, what, "it has none, write only its name");
    }
    return known.stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                fault(
                    start,
                    "unknown parameter ",
                    name,
                    known.stream().map(Parameter::name).toList()));
  }

  private double value(Parameter parameter) {
    skipSpaces();
    int start = at;
    while (at < text.length() && "|,:= \t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String written = text.substring(start, at);
    double value = parameter.valueOf(written);
    if (!parameter.allows(value)) {
      String what =
          written.isEmpty()
              ? "no value of '" + parameter.name() + "'"
              : "value " + PipelineSyntaxException.quote(written);
      throw fault(start, what, parameter.name() + " is " + parameter.range());
    }
    return value;
  }

  private String name(String kind) {
    int start = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      String there = at == text.length() ? "text ends" : "unexpected " + characterAt(at);
      throw fault(at, there, "the name of a " + kind + " must stand here");
    }
    return text.substring(start, at);
  }

  private void expectEnd() {
    if (at < text.length()) {
      throw fault(at, "unexpected " + characterAt(at), "filters are separated by '|'");
    }
  }

  private boolean accept(char wanted) {
    skipSpaces();
    boolean there = at < text.length() && text.charAt(at) == wanted;
    at += there ? 1 : 0;
    return there;
  }

  private void skipSpaces() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private String characterAt(int index) {
    return PipelineSyntaxException.quote(Character.toString(text.codePointAt(index)));
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  private PipelineSyntaxException fault(
      int offset, String what, String wrong, Collection<String> names) {
    return fault(
        offset, what + PipelineSyntaxException.quote(wrong), NearestName.advice(wrong, names));
  }

  private PipelineSyntaxException fault(int offset, String what, String advice) {
    return new PipelineSyntaxException(text, offset, what, advice);
  }
}
