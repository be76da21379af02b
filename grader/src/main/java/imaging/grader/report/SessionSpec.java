package imaging.grader.report;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import imaging.grader.Say;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The single list of a session's labs, checks and points: its {@code lab.yaml}. */
public record SessionSpec(String session, Text title, List<Lab> labs) {

  /** The points of a session, bonus checks aside. */
  public static final int POINTS = 20;

  /** A sentence in both languages. */
  public record Text(String en, String es) {
    public Text {
      if (en == null || en.isBlank() || es == null || es.isBlank()) {
        throw new IllegalArgumentException("a text lacks its English or its Spanish: " + en + es);
      }
    }

    @Override
    public String toString() {
      return Say.text(en, es);
    }
  }

  /** One lab: a file to write, three hints, some checks. */
  public record Lab(
      String id,
      Text title,
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @JsonAlias("file")
          List<String> files,
      int minutes,
      List<Text> hints,
      List<CheckSpec> checks) {

    /** {@return the points of this lab, bonus checks aside} */
    public int points() {
      return checks.stream().filter(check -> !check.bonus()).mapToInt(CheckSpec::points).sum();
    }
  }

  /** One check; {@code needs} are ids of checks that must hold for this one to make sense. */
  public record CheckSpec(String id, int points, Text title, List<String> needs, boolean bonus) {
    public CheckSpec {
      needs = needs == null ? List.of() : List.copyOf(needs);
    }
  }

  /**
   * Reads and validates a lab.yaml.
   *
   * @throws IllegalArgumentException naming the file and what is wrong with it
   */
  public static SessionSpec read(Path file) {
    try {
      SessionSpec spec =
          YAMLMapper.builder().build().readValue(Files.readString(file), SessionSpec.class);
      spec.validate();
      return spec;
    } catch (JacksonException | IllegalArgumentException wrong) {
      throw new IllegalArgumentException(file + ": " + wrong.getMessage(), wrong);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("cannot read " + file, unreadable);
    }
  }

  private void validate() {
    Set<String> ids = new HashSet<>();
    for (Lab lab : labs) {
      require(lab.hints().size() == 3, lab.id() + " needs three hints");
      require(!lab.files().isEmpty(), lab.id() + " names no file to edit");
      for (CheckSpec check : lab.checks()) {
        require(ids.add(check.id()), check.id() + " stands twice");
        require(check.id().startsWith(lab.id() + "."), check.id() + " is not of " + lab.id());
        require(check.points() > 0, check.id() + " is worth nothing");
      }
    }
    checks().forEach(c -> require(ids.containsAll(c.needs()), c.id() + " needs an unknown check"));
    require(max() == POINTS, "the points add up to %d, not %d".formatted(max(), POINTS));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** {@return all checks, in order} */
  public Stream<CheckSpec> checks() {
    return labs.stream().flatMap(lab -> lab.checks().stream());
  }

  /** {@return the points that make 100 %} */
  public int max() {
    return labs.stream().mapToInt(Lab::points).sum();
  }

  /** {@return the lab with this id, or the lab of the check with this id} */
  public Optional<Lab> lab(String id) {
    return labs.stream()
        .filter(lab -> lab.id().equals(id) || id.startsWith(lab.id() + "."))
        .findFirst();
  }
}
