package imaging.grader.gates;

import imaging.grader.run.Course;
import imaging.grader.run.Prepared;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs the gates of one session, one after the other. */
public final class Gates {

  /** All gates, in the order they run. */
  public static final Set<String> ALL =
      Collections.unmodifiableSet(
          new LinkedHashSet<>(List.of("G1", "G2", "G3", "G4", "G5", "G6", "G7")));

  private Gates() {}

  /**
   * Runs the wanted gates.
   *
   * @param rounds how often G2 runs the reference
   * @param told each result as soon as it is known
   */
  public static List<GateResult> run(
      Course.Session session, Set<String> wanted, int rounds, Consumer<GateResult> told) {
    return run(Prepared.of(session), wanted, rounds, told);
  }

  static List<GateResult> run(
      Prepared prepared, Set<String> wanted, int rounds, Consumer<GateResult> told) {
    Path work = prepared.session().dir().resolve("target/lab/gates");
    AnswerGates answers = new AnswerGates(prepared, work);
    List<GateResult> results = new ArrayList<>();
    for (String gate : ALL) {
      if (wanted.contains(gate)) {
        Supplier<GateResult> run =
            switch (gate) {
              case "G1" -> answers::starter;
              case "G2" -> () -> answers.reference(rounds);
              case "G3" -> new MutationGate(prepared, work)::run;
              case "G4" -> answers::wrong;
              case "G5" -> answers::alternatives;
              case "G6" -> new HostileGate(prepared, work)::run;
              default -> new FileMutationGate(prepared, work)::run;
            };
        GateResult result = run.get();
        told.accept(result);
        results.add(result);
      }
    }
    return results;
  }
}
