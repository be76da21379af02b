package imaging.queue;

import imaging.filters.ImagingException;
import imaging.workers.ImageStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import redis.clients.jedis.params.SetParams;

/**
 * Images in Redis, each gone after a while: for machines that share no folder. Thread-safe.
 *
 * <p>The keys carry no hash tag: in a cluster the images spread over all nodes.
 */
public final class RedisImageStore implements ImageStore {

  private final QueueConnection redis;
  private final Duration keep;

  /**
   * @param keep how long an image can be read after it was stored
   */
  public RedisImageStore(QueueConnection redis, Duration keep) {
    this.redis = redis;
    this.keep = keep;
  }

  @Override
  public String put(String name, byte[] bytes) {
    if (!name.matches("[A-Za-z0-9._-]+")) {
      throw new ImagingException(
          "image name '%s' may have letters, digits, dots, dashes and underscores".formatted(name));
    }
    redis.call(jedis -> jedis.set(key(name), bytes, SetParams.setParams().px(keep.toMillis())));
    return name;
  }

  @Override
  public byte[] get(String reference) {
    byte[] bytes = redis.call(jedis -> jedis.get(key(reference)));
    if (bytes == null) {
      throw new ImagingException(
          "there is no image '%s' in Redis: it was never stored, or has expired"
              .formatted(reference));
    }
    return bytes;
  }

  private byte[] key(String name) {
    return (redis.settings().name() + ":image:" + name).getBytes(StandardCharsets.UTF_8);
  }
}
