package imaging.grader.run;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import imaging.grader.Check;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The JVM that runs an answer: arguments are the folder of the compiled checks, how often to run
 * them, and the ids to leave out. Each round writes the journal {@code lab.journal} with the round's
 * number behind it.
 */
final class ChildMain {

  private ChildMain() {}

  public static void main(String[] args) {
    Path checks = Path.of(args[0]);
    int rounds = Integer.parseInt(args[1]);
    Set<String> leftOut = Set.copyOf(List.of(args).subList(2, args.length));
    String journal = System.getProperty("lab.journal");
    for (int round = 0; round < rounds; round++) {
      System.setProperty("lab.journal", journal + "." + round);
      LauncherFactory.create().execute(request(checks, round, leftOut));
    }
    // Threads that an answer left running must not keep this JVM alive, nor its shutdown hooks.
    Runtime.getRuntime().halt(0);
  }

  private static LauncherDiscoveryRequest request(Path checks, int round, Set<String> leftOut) {
    LauncherDiscoveryRequestBuilder request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClasspathRoots(Set.of(checks)))
            .filters((PostDiscoveryFilter) test -> onlyWanted(test, leftOut));
    if (round > 0) {
      request
          .configurationParameter(
              "junit.jupiter.testmethod.order.default",
              "org.junit.jupiter.api.MethodOrderer$Random")
          .configurationParameter(
              "junit.jupiter.testclass.order.default", "org.junit.jupiter.api.ClassOrderer$Random")
          .configurationParameter(
              "junit.jupiter.execution.order.random.seed", Integer.toString(round));
    }
    return request.build();
  }

  private static FilterResult onlyWanted(TestDescriptor test, Set<String> leftOut) {
    boolean unwanted =
        test.getSource()
            .filter(MethodSource.class::isInstance)
            .map(source -> ((MethodSource) source).getJavaMethod().getAnnotation(Check.class))
            .filter(check -> leftOut.contains(check.value()))
            .isPresent();
    return FilterResult.includedIf(!unwanted);
  }
}
