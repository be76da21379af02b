package imaging.workers;

/**
 * A task in the hands of one worker.
 *
 * @param task what to do
 * @param worker who holds it
 * @param token changes each time the task is handed out: an old one no longer counts (fencing)
 */
public record Delivery(ImageTask task, String worker, String token) {}
