package imaging.queue.lab;

/**
 * Something to do.
 *
 * @param id unique for ever
 * @param payload what it is about, such as a pipeline and the name of an image
 */
public record Job(String id, String payload) {}
