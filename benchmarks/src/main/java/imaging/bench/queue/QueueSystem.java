package imaging.bench.queue;

/**
 * One way to hand tasks from a producer to workers, so that a worker's crash loses none.
 *
 * <p>A task in these measurements is about 100 bytes, and to process it is to take it and to
 * acknowledge it, nothing else.
 */
public interface QueueSystem extends AutoCloseable {

  /** Adds tasks, {@code chunk} of them in a call. */
  void enqueue(int count, int chunk);

  /**
   * Takes and acknowledges until the queue is empty; each worker is a platform thread.
   *
   * @param batch how many tasks a worker takes and acknowledges in a call
   */
  void process(int workers, int batch);

  /** {@return whether several tasks can be taken in a call} */
  boolean hasBatches();

  /** Takes one task, waiting for it on the server, and acknowledges it after {@code taken}. */
  void takeOne(Runnable taken);

  /** {@return whether {@link #takeOne} waits on the server instead of asking again and again} */
  boolean waitsOnServer();

  @Override
  void close();
}
