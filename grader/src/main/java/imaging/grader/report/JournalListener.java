package imaging.grader.report;

import imaging.grader.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Keeps the journal of a run and prints the score table at its end. Registered as a service, so
 * Surefire, an IDE and the grader's own test JVM all have it.
 *
 * <p>Silent where the working directory has no lab.yaml. {@code lab.report}: {@code off} for
 * nothing at all (mutation testing), {@code journal} for no table.
 */
public final class JournalListener implements TestExecutionListener {

  private Journal journal;
  private Path file;
  private SessionSpec spec;
  private boolean finished;

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    Path base = Path.of(System.getProperty("basedir", ""));
    Path yaml = base.resolve("lab.yaml");
    if ("off".equals(System.getProperty("lab.report")) || !Files.exists(yaml)) {
      return;
    }
    try {
      spec = SessionSpec.read(yaml);
      file =
          Path.of(
              System.getProperty(
                  "lab.journal", base.resolve("target/grade/journal.jsonl").toString()));
      journal = Journal.start(file);
      Runtime.getRuntime().addShutdownHook(new Thread(this::diedBeforeTheEnd));
    } catch (IOException | IllegalArgumentException unusable) {
      System.out.println("GRADER ERROR: " + unusable.getMessage());
    }
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    if (journal != null) {
      checkOf(test).ifPresent(check -> journal.started(check.value()));
    }
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (journal != null) {
      checkOf(test)
          .ifPresent(
              check ->
                  journal.ended(Explain.result(check.value(), result.getThrowable(), spec.labs())));
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    if (journal != null && !finished) {
      finished = true;
      journal.finished();
      print();
    }
  }

  private void diedBeforeTheEnd() {
    if (!finished) {
      finished = true;
      print();
    }
  }

  private void print() {
    if ("journal".equals(System.getProperty("lab.report"))) {
      return;
    }
    try {
      List<CheckResult> results = Journal.read(file).results();
      // A run of one class or method (-Dtest, an IDE) says nothing about the other checks.
      boolean partial = results.size() < spec.checks().count();
      if (!partial || System.getProperty("test") == null) {
        System.out.println(ScoreTable.of(Report.of(spec, results, List.of())));
      }
    } catch (IOException lost) {
      System.out.println("GRADER ERROR: cannot read " + file);
    }
  }

  private static Optional<Check> checkOf(TestIdentifier test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .map(source -> source.getJavaMethod().getAnnotation(Check.class));
  }
}
