package imaging.queue.lab;

/**
 * The keys of the labs' little queue; given, so that the checks can look into Redis.
 *
 * @param prefix what all keys begin with
 */
public record JobKeys(String prefix) {

  /** {@return a list of ids: producers push on the left, so the oldest job is on the right} */
  public String waiting() {
    return prefix + ":waiting";
  }

  /** {@return a list of the ids that a worker has in its hands, the latest on the left} */
  public String hands(String worker) {
    return prefix + ":hands:" + worker;
  }

  /** {@return a set of the names of all workers that may hold something} */
  public String workers() {
    return prefix + ":workers";
  }

  /** {@return a hash: job id to result} */
  public String results() {
    return prefix + ":results";
  }

  /** {@return a number: how many jobs have a result} */
  public String done() {
    return prefix + ":done";
  }

  /** {@return a hash: job id to what the job is about} */
  public String jobs() {
    return prefix + ":jobs";
  }
}
