package imaging.service;

import imaging.monitoring.WorkerOptions;
import imaging.monitoring.WorkerProcess;
import imaging.workers.ImageProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/**
 * Session 5's worker process, told by a file and a password file as well. SIGTERM: takes nothing
 * more, finishes what it has in hand or gives it back within its grace period, exit code 0.
 */
@Command(name = "worker", description = "Takes image tasks from Redis until it is told to stop.")
final class WorkerCommand implements Callable<Integer> {

  private static final String REDIS = "--redis";

  @Mixin CommonOptions common = new CommonOptions();

  @Mixin WorkerOptions options = new WorkerOptions();

  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    WorkerProcess.run(arguments().toArray(String[]::new), ImageProcessor::new, _ -> {});
    return 0;
  }

  /** {@return session 5's options with the values that were found for them, wherever they stood} */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    CommandSpec theirs = CommandSpec.forAnnotatedObject(new WorkerOptions());
    for (OptionSpec option : theirs.options()) {
      if (!option.usageHelp()) {
        add(arguments, option.longestName());
      }
    }
    return arguments;
  }

  private void add(List<String> arguments, String name) {
    Object value = spec == null ? null : spec.findOption(name).getValue();
    if (value instanceof Boolean flag) {
      if (flag) {
        arguments.add(name);
      }
    } else if (value != null) {
      String text = String.valueOf(value);
      String full =
          name.equals(REDIS) ? RedisAddress.withPassword(text, common.redisPasswordFile) : text;
      arguments.add(name + "=" + full);
    }
  }
}
