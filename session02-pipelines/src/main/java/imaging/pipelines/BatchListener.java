package imaging.pipelines;

/** Is told about each image when it ends, one call at a time, in the order of ending. */
@FunctionalInterface
public interface BatchListener {

  /**
   * An image ended. Called from the batch's threads, never by two at once; a slow listener slows the
   * batch.
   *
   * @param finished how many ended so far, this one included
   * @param total how many there are
   */
  void ended(int finished, int total, BatchOutcome outcome);

  /** {@return a listener that does nothing} */
  static BatchListener silent() {
    return (_, _, _) -> {};
  }
}
