package imaging.grader.guide;

import imaging.grader.run.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marked blocks of a guide page.
 *
 * @param page the README.md
 */
public record Guide(Path page, List<Snippet> snippets, List<Command> commands) {

  /** A Java block that must equal a region of a file. */
  public record Snippet(int line, String file, String region, String text) {}

  /**
   * A shell block to execute.
   *
   * @param needs a tool that must be there, or empty
   * @param expect what the output must contain, or empty
   */
  public record Command(int line, String text, int exit, String needs, String expect) {}

  private static final Pattern MARK = Pattern.compile("<!-- (snippet|run): ?(.*?) ?-->");
  private static final Pattern EXPECT = Pattern.compile("expect \"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern EXIT = Pattern.compile("exit (\\d+)");
  private static final Pattern NEEDS = Pattern.compile("needs (\\w+)");

  /**
   * Reads a page.
   *
   * @throws LabException if there is no page, or a mark stands before no code block
   */
  public static Guide read(Path page) {
    List<String> lines;
    try {
      lines = Files.readAllLines(page);
    } catch (IOException absent) {
      throw new LabException("there is no guide " + page);
    }
    List<Snippet> snippets = new ArrayList<>();
    List<Command> commands = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher mark = MARK.matcher(lines.get(i).strip());
      if (!mark.matches()) {
        continue;
      }
      String block = block(page, lines, i + 1);
      if (mark.group(1).equals("run")) {
        commands.add(command(i + 1, mark.group(2), block));
      } else {
        String[] place = mark.group(2).split("#", 2);
        snippets.add(new Snippet(i + 1, place[0], place.length > 1 ? place[1] : "", block));
      }
    }
    return new Guide(page, List.copyOf(snippets), List.copyOf(commands));
  }

  private static String block(Path page, List<String> lines, int start) {
    int open = start;
    while (open < lines.size() && lines.get(open).isBlank()) {
      open++;
    }
    if (open == lines.size() || !lines.get(open).strip().startsWith("```")) {
      throw new LabException("%s:%d: no code block follows the mark".formatted(page, start));
    }
    int close = open + 1;
    while (close < lines.size() && !lines.get(close).strip().equals("```")) {
      close++;
    }
    return String.join("\n", lines.subList(open + 1, close)).stripIndent();
  }

  private static Command command(int line, String words, String block) {
    Matcher expect = EXPECT.matcher(words);
    String text = expect.find() ? expect.group(1).replace("\\\"", "\"") : "";
    Matcher exit = EXIT.matcher(words);
    Matcher needs = NEEDS.matcher(words);
    return new Command(
        line,
        block,
        exit.find() ? Integer.parseInt(exit.group(1)) : 0,
        needs.find() ? needs.group(1) : "",
        text);
  }
}
