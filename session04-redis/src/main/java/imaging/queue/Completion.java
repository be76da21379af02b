package imaging.queue;

import imaging.workers.Delivery;

/**
 * A worker's word that a task is done.
 *
 * @param result where the result is, as the producer will read it
 */
public record Completion(Delivery delivery, String result) {}
