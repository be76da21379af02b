package imaging.service;

import imaging.filters.ImagingException;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.AnnotatedElement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/**
 * Where the values of options come from: a flag wins over the environment, the environment over the
 * file, the file over the default.
 *
 * <p>What is nearer to the one run wins: a flag is for this start, a variable for this container, the
 * file (often baked in, or mounted for all) for every container. The variable of an option is the one
 * that its default value names, as in {@code ${env:REDIS_URL:-redis://127.0.0.1:6379}}; the key in the
 * file is the option without its dashes.
 */
final class Sources implements IDefaultValueProvider {

  /** Where one value came from. */
  enum Origin {
    FLAG,
    ENVIRONMENT,
    FILE,
    DEFAULT
  }

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([A-Z_]+).*");

  private final Map<String, String> environment;
  private final Properties file;
  private final Map<String, String> defaults;

  /**
   * @param file keys as options without dashes
   * @param defaults options, with dashes, whose default here differs from the annotation's
   */
  Sources(Map<String, String> environment, Properties file, Map<String, String> defaults) {
    this.environment = environment;
    this.file = file;
    this.defaults = defaults;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec arg) {
    if (!(arg instanceof OptionSpec option)) {
      return null;
    }
    String given = environment.get(variable(option));
    if (given != null && !given.isBlank()) {
      return given.strip();
    }
    String inFile = file.getProperty(key(option));
    return inFile != null ? inFile.strip() : defaults.get(option.longestName());
  }

  Origin origin(OptionSpec option, CommandLine.ParseResult parsed) {
    String given = environment.get(variable(option));
    if (parsed.hasMatchedOption(option)) {
      return Origin.FLAG;
    }
    if (given != null && !given.isBlank()) {
      return Origin.ENVIRONMENT;
    }
    return file.containsKey(key(option)) ? Origin.FILE : Origin.DEFAULT;
  }

  /** Refuses a file with a key that no program of the image knows: most often a typing error. */
  void check(Set<String> known) {
    for (String key : new TreeSet<>(file.stringPropertyNames())) {
      if (!known.contains(key)) {
        throw new ImagingException(
            "the configuration file has the unknown key '%s': use one of %s"
                .formatted(key, String.join(", ", new TreeSet<>(known))));
      }
    }
  }

  @Nullable String variableValue(String name) {
    return environment.get(name);
  }

  static String key(OptionSpec option) {
    return option.longestName().replaceFirst("^--", "");
  }

  /** {@return the name of the option's variable; empty if it has none} */
  static String variable(OptionSpec option) {
    if (option.userObject() instanceof AnnotatedElement element) {
      Option annotation = element.getAnnotation(Option.class);
      Matcher matcher = VARIABLE.matcher(annotation == null ? "" : annotation.defaultValue());
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    return "";
  }

  static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
      return properties;
    } catch (IOException | IllegalArgumentException e) {
      throw new ImagingException(
          "the configuration file %s cannot be read: check its path and that it is UTF-8 text with lines such as redis=redis://redis:6379"
              .formatted(file),
          e);
    }
  }
}
