package imaging.workers;

/** Where the bytes of images live, so that a task only carries a reference. Thread-safe. */
public interface ImageStore {

  /**
   * Stores the bytes under a name, replacing what stood there; readers see the old or the new bytes,
   * never half of them.
   *
   * @param name letters, digits, dots, dashes and underscores only
   * @return the reference to read them with
   */
  String put(String name, byte[] bytes);

  /**
   * {@return the bytes of a reference}
   *
   * @throws imaging.filters.ImagingException if there are none, naming the reference
   */
  byte[] get(String reference);
}
