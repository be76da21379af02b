package imaging.queue;

/**
 * What a recovery moved.
 *
 * @param workerAlive the lease had not run out, so nothing was touched
 * @param requeued tasks that wait for another worker now
 * @param dead tasks whose attempts were used up
 */
public record Recovery(boolean workerAlive, int requeued, int dead) {

  /** {@return how many tasks were taken from the worker} */
  public int moved() {
    return requeued + dead;
  }
}
