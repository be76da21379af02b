package imaging.service;

import java.util.List;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What a program runs with, one line an option: name, value, where it came from. No secrets. */
final class EffectiveConfig {

  private EffectiveConfig() {}

  /** Lines for people; one event with a field for each option where the log is JSON for machines. */
  static void tell(String program, ParseResult parsed, Sources sources) {
    if (!"json".equals(sources.variableValue("LOG_FORMAT"))) {
      System.out.print(of(program, parsed, sources));
      return;
    }
    LoggingEventBuilder event = LoggerFactory.getLogger("imaging.config").atInfo();
    for (OptionSpec option : options(parsed)) {
      event = event.addKeyValue(Sources.key(option), shown(option));
    }
    event.log("{} runs with this configuration", program);
  }

  private static String shown(OptionSpec option) {
    return RedisAddress.masked(String.valueOf(option.<Object>getValue()));
  }

  static String of(String program, ParseResult parsed, Sources sources) {
    StringBuilder text = new StringBuilder("%s runs with%n".formatted(program));
    for (OptionSpec option : options(parsed)) {
      text.append(
          "  %-20s %-36s %s%n"
              .formatted(
                  Sources.key(option),
                  shown(option),
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
