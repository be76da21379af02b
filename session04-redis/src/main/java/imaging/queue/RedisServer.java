package imaging.queue;

/** A Redis that answers. Closing it stops it, if it was started here. */
public interface RedisServer extends AutoCloseable {

  /** {@return its address, such as {@code redis://localhost:6379}} */
  String url();

  /** {@return one line for people: which Redis this is and where it came from} */
  String description();

  @Override
  void close();
}
