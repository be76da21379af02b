package imaging.queue;

import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Reports "not run", and why, where there is no Docker engine or it lacks an image: never a silent
 * pass, and no minutes of pulling in the middle of a test run.
 */
final class NeedsDocker implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (!DockerEngine.answers()) {
      return notRun("no Docker engine");
    }
    for (String image : List.of(DockerEngine.REDIS_IMAGE, FaultyNetwork.TOXIPROXY_IMAGE)) {
      if (!DockerEngine.has(image)) {
        return notRun("no image, do docker pull " + image);
      }
    }
    return ConditionEvaluationResult.enabled("a Docker engine answers");
  }

  private static ConditionEvaluationResult notRun(String why) {
    System.out.println("DockerQueueTest not run: " + why);
    return ConditionEvaluationResult.disabled("not run: " + why);
  }
}
