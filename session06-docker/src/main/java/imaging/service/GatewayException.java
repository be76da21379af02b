package imaging.service;

import imaging.filters.ImagingException;
import org.jspecify.annotations.Nullable;

/** The gateway refused, or did not answer. */
public final class GatewayException extends ImagingException {

  private final transient @Nullable Problem problem;
  private final int status;

  GatewayException(Problem problem) {
    super("%d %s: %s".formatted(problem.status(), problem.title(), problem.detail()));
    this.problem = problem;
    this.status = problem.status();
  }

  GatewayException(String message, Throwable cause) {
    super(message, cause);
    this.problem = null;
    this.status = 0;
  }

  /** {@return the HTTP status; 0 if there was no answer} */
  public int status() {
    return status;
  }

  /** {@return what the gateway said; null if there was no answer, or it was no problem of ours} */
  public @Nullable Problem problem() {
    return problem;
  }
}
