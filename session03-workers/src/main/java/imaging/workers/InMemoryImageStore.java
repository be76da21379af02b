package imaging.workers;

import imaging.filters.ImagingException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Images in the memory of one process, for demos and tests; the reference is the name. Thread-safe. */
public final class InMemoryImageStore implements ImageStore {

  private final Map<String, byte[]> images = new ConcurrentHashMap<>();

  @Override
  public String put(String name, byte[] bytes) {
    images.put(ImageNames.check(name), bytes.clone());
    return name;
  }

  @Override
  public byte[] get(String reference) {
    byte[] bytes = images.get(reference);
    if (bytes == null) {
      throw new ImagingException(
          "there is no image %s in memory: was it stored?".formatted(reference));
    }
    return bytes.clone();
  }
}
