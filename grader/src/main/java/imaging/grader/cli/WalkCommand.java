package imaging.grader.cli;

import imaging.grader.guide.Guide;
import imaging.grader.guide.Snippets;
import imaging.grader.guide.Walk;
import imaging.grader.run.Course;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "walk",
    description =
        "Runs the command blocks of a session's guide and compares its snippets with the code.")
final class WalkCommand implements Callable<Integer> {

  @Parameters(arity = "0..*", paramLabel = "SESSION", description = "such as 07; none means all")
  private List<String> wanted = List.of();

  @Option(names = "--snippets", description = "compare the snippets only, run nothing")
  private boolean snippetsOnly;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Course course = LabMain.course();
    List<Course.Session> sessions =
        wanted.isEmpty() ? course.sessions() : wanted.stream().map(course::session).toList();
    int problems = 0;
    for (Course.Session session : sessions) {
      Guide guide = Guide.read(session.dir().resolve("README.md"));
      List<String> differences = Snippets.differences(guide);
      differences.forEach(System.out::println);
      problems += differences.size();
      System.out.println(
          "%s: %d snippets, %d differ"
              .formatted(session.name(), guide.snippets().size(), differences.size()));
      if (!snippetsOnly) {
        problems += walk(guide, new Walk(course.root()));
      }
    }
    return problems == 0 ? 0 : 1;
  }

  private static int walk(Guide guide, Walk walk) throws IOException, InterruptedException {
    int problems = 0;
    for (Guide.Command command : guide.commands()) {
      String name = command.text().lines().findFirst().orElse("");
      Optional<String> missing = Walk.missing(command);
      Optional<String> problem = missing.isPresent() ? Optional.empty() : walk.run(command);
      String status = missing.isPresent() ? "not run" : problem.isPresent() ? "FAILS" : "ok";
      System.out.println(" %-7s line %d  %s".formatted(status, command.line(), name));
      missing.or(() -> problem).ifPresent(why -> System.out.println("         " + why));
      problems += problem.isPresent() ? 1 : 0;
    }
    return problems;
  }
}
