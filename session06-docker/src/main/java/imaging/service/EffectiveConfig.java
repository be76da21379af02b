package imaging.service;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What a program runs with, one line an option: name, value, where it came from. No secrets. */
final class EffectiveConfig {

  private EffectiveConfig() {}

  static String of(String program, ParseResult parsed, Sources sources) {
    StringBuilder text = new StringBuilder("%s runs with%n".formatted(program));
    for (OptionSpec option : options(parsed)) {
      Object value = option.getValue();
      text.append(
          "  %-20s %-36s %s%n"
              .formatted(
                  Sources.key(option),
                  RedisAddress.masked(String.valueOf(value)),
                  origin(sources.origin(option, parsed), option)));
    }
    return text.toString();
  }

  /** {@return the options that say how the program runs} */
  static List<OptionSpec> options(ParseResult parsed) {
    return parsed.commandSpec().options().stream()
        .filter(option -> !option.usageHelp() && !option.versionHelp() && !option.hidden())
        .toList();
  }

  private static String origin(Sources.Origin origin, OptionSpec option) {
    String variable = Sources.variable(option);
    String word = origin.name().toLowerCase(Locale.ROOT);
    return origin == Sources.Origin.ENVIRONMENT ? word + " " + variable : word;
  }
}
