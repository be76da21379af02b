package imaging.grader.gates;

import imaging.grader.run.LabException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** One change that PIT made, as its XML report tells it. */
record Mutant(String type, String method, String mutator, int line, String what, boolean detected) {

  /** Reads a mutations.xml. */
  static List<Mutant> read(Path file) {
    try {
      NodeList nodes =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getElementsByTagName("mutation");
      return IntStream.range(0, nodes.getLength())
          .mapToObj(i -> of((Element) nodes.item(i)))
          .toList();
    } catch (Exception unreadable) {
      throw new LabException("PIT left no report that can be read: " + unreadable.getMessage());
    }
  }

  private static Mutant of(Element mutation) {
    return new Mutant(
        text(mutation, "mutatedClass"),
        text(mutation, "mutatedMethod"),
        text(mutation, "mutator").replaceFirst(".*\\.", ""),
        Integer.parseInt(text(mutation, "lineNumber")),
        text(mutation, "description"),
        Boolean.parseBoolean(mutation.getAttribute("detected")));
  }

  private static String text(Element mutation, String tag) {
    return mutation.getElementsByTagName(tag).item(0).getTextContent();
  }

  String key() {
    return type + " " + method + " " + mutator;
  }

  @Override
  public String toString() {
    return "line %d %s".formatted(line, what);
  }
}
