package imaging.workers;

/**
 * Does what a task asks for. Called by any number of threads at once, so an implementation keeps no
 * state of one task in its fields.
 */
@FunctionalInterface
public interface TaskProcessor {

  /**
   * Processes the task and stores its result. May be called twice for the same task, and then has to
   * leave one result behind: store it under the task's id.
   *
   * @return the reference of the stored result
   * @throws PermanentFailure if no further attempt can help; any other exception is tried again
   * @throws InterruptedException if the worker has to stop; the task is then given back
   */
  String process(ImageTask task) throws InterruptedException;
}
