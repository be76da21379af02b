package imaging.grader.gates;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import imaging.grader.report.SessionSpec.Text;
import imaging.grader.run.Answer;
import imaging.grader.run.Course;
import imaging.grader.run.LabException;
import imaging.grader.run.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A wrong or another right answer: the reference with some files replaced, some places edited.
 *
 * @param dir its folder below src/wrong or src/alt
 * @param expect what its expect.yaml says
 */
record Variant(Path dir, Expect expect) {

  /**
   * One replacement in a file of the reference.
   *
   * @param find must stand there exactly once
   */
  record Edit(String file, String find, String replace) {}

  /**
   * What must come out.
   *
   * @param idea the misconception, or the approach
   * @param score of the whole session; left out for a right answer
   * @param fails the checks that are lost, with words of their messages; no others may be
   */
  record Expect(
      @JsonAlias({"misconception", "approach"}) Text idea,
      List<Edit> edits,
      Integer score,
      Map<String, Words> fails) {
    Expect {
      edits = edits == null ? List.of() : List.copyOf(edits);
      fails = fails == null ? Map.of() : Map.copyOf(fails);
    }
  }

  /** Words that a message must contain, in each language; empty for "any". */
  record Words(String en, String es) {}

  /** {@return the variants of a kind, {@code wrong} or {@code alt}, in order of their names} */
  static List<Variant> of(Course.Session session, String kind) {
    Path folder = session.dir().resolve("src").resolve(kind);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> dirs = Files.list(folder)) {
      return dirs.filter(Files::isDirectory).sorted().map(Variant::read).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Variant read(Path dir) {
    Path file = dir.resolve("expect.yaml");
    try {
      YAMLMapper yaml =
          YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
      return new Variant(dir, yaml.readValue(Files.readString(file), Expect.class));
    } catch (JacksonException wrong) {
      throw new LabException(file + ": " + wrong.getOriginalMessage());
    } catch (IOException absent) {
      throw new LabException("cannot read " + file);
    }
  }

  String id() {
    return dir.getFileName().toString();
  }

  /** Puts the answer together in a folder. */
  Answer build(Course.Session session, Path into) {
    Answer answer = Answer.copyOf(session, "solution", into);
    Tree.files(dir).stream()
        .filter(file -> !file.endsWith("expect.yaml"))
        .forEach(file -> Tree.copy(file, into.resolve(dir.relativize(file).toString())));
    expect.edits().forEach(edit -> apply(edit, into));
    return answer;
  }

  private void apply(Edit edit, Path into) {
    Path file = into.resolve(edit.file());
    try {
      String text = Files.readString(file);
      int first = text.indexOf(edit.find());
      if (first < 0 || text.indexOf(edit.find(), first + 1) >= 0) {
        throw new LabException(
            "%s: \"%s\" must stand exactly once in %s".formatted(id(), edit.find(), edit.file()));
      }
      Files.writeString(file, text.replace(edit.find(), edit.replace()));
    } catch (IOException absent) {
      throw new LabException("%s: the reference has no file %s".formatted(id(), edit.file()));
    }
  }
}
