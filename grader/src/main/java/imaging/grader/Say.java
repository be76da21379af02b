package imaging.grader;

import java.util.Locale;

/**
 * One sentence in two languages, for the messages of checks:
 *
 * <pre>assertThat(blue).as(Say.text("red and blue are swapped", "el rojo y el azul están cambiados"))</pre>
 *
 * <p>The language is {@code LAB_LANG} (environment or {@code -Dlab.lang}), else that of the locale:
 * Spanish where the locale is Spanish, English everywhere else. {@code both} gives both, which the
 * quality gates use to read the two messages in one run.
 */
public final class Say {

  /** The languages a message can be asked for. */
  public enum Language {
    EN,
    ES,
    BOTH
  }

  private Say() {}

  /** {@return the sentence in the reader's language; {@code args} fill both as in a format} */
  public static String text(String english, String spanish, Object... args) {
    return switch (language()) {
      case EN -> fill(english, args);
      case ES -> fill(spanish, args);
      case BOTH -> fill(english, args) + " ¦ " + fill(spanish, args);
    };
  }

  /** {@return the language that messages are written in now} */
  public static Language language() {
    String wanted = System.getProperty("lab.lang", System.getenv().getOrDefault("LAB_LANG", ""));
    if (wanted.isBlank()) {
      wanted = Locale.getDefault().getLanguage();
    }
    return switch (wanted.strip().toLowerCase(Locale.ROOT)) {
      case "es" -> Language.ES;
      case "both" -> Language.BOTH;
      default -> Language.EN;
    };
  }

  private static String fill(String format, Object... args) {
    return args.length == 0 ? format : String.format(Locale.ROOT, format, args);
  }
}
