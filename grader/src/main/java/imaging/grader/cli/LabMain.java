package imaging.grader.cli;

import imaging.grader.Say;
import imaging.grader.run.Course;
import imaging.grader.run.LabException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Entry point: reads the arguments, runs a subcommand, and says in one sentence what went wrong. */
@Command(
    name = "lab",
    description = "Checks, hints and scores of the course.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      StatusCommand.class,
      CheckCommand.class,
      NextCommand.class,
      HintCommand.class,
      WatchCommand.class,
      ResetCommand.class,
      GradeCommand.class,
      GatesCommand.class,
      WalkCommand.class,
      DoctorCommand.class
    })
public final class LabMain {

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** {@return the exit code: 0 all fine, 1 points lost, 2 wrong use or something missing} */
  static int run(String... args) {
    CommandLine command = new CommandLine(new LabMain());
    command.setExecutionExceptionHandler(
        (problem, line, result) -> {
          if (problem instanceof LabException || problem instanceof IllegalArgumentException) {
            System.err.println("lab: " + problem.getMessage());
          } else {
            System.err.println(
                "lab: "
                    + Say.text("a fault of the grader itself: ", "un fallo del propio corrector: ")
                    + problem);
            problem.printStackTrace();
          }
          return ExitCode.USAGE;
        });
    return command.execute(args.length == 0 ? new String[] {"--help"} : args);
  }

  /** {@return the course that the launcher, or else the working directory, points at} */
  static Course course() {
    return Course.around(Path.of(System.getProperty("lab.root", "")));
  }
}
