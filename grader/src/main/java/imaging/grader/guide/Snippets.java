package imaging.grader.guide;

import imaging.grader.guide.Guide.Snippet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compares the snippets of a page with the tagged regions they come from. */
public final class Snippets {

  private Snippets() {}

  /** {@return what differs, a sentence each; empty if the page is true} */
  public static List<String> differences(Guide guide) {
    List<String> problems = new ArrayList<>();
    for (Snippet snippet : guide.snippets()) {
      String place = "%s:%d".formatted(guide.page(), snippet.line());
      Path file = guide.page().resolveSibling(snippet.file());
      try {
        String now = region(Files.readAllLines(file), snippet.region());
        if (now.isEmpty()) {
          problems.add(
              "%s: %s has no region %s".formatted(place, snippet.file(), snippet.region()));
        } else if (!now.equals(snippet.text().strip())) {
          problems.add(
              "%s: differs from %s#%s, which now is:%n%s"
                  .formatted(place, snippet.file(), snippet.region(), now));
        }
      } catch (IOException absent) {
        problems.add("%s: there is no file %s".formatted(place, snippet.file()));
      }
    }
    return problems;
  }

  /** The lines between tag::name[] and end::name[], without the marks of other regions. */
  private static String region(List<String> lines, String name) {
    List<String> inside = new ArrayList<>();
    boolean open = name.isEmpty();
    for (String line : lines) {
      if (line.contains("end::" + name + "[]")) {
        open = false;
      } else if (line.contains("tag::" + name + "[]")) {
        open = true;
      } else if (open && !line.matches(".*\\b(tag|end)::[\\w-]+\\[].*")) {
        inside.add(line);
      }
    }
    return String.join("\n", inside).stripTrailing().stripIndent().strip();
  }
}
