package imaging.queue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract on a redis-server process. */
class LocalLeasesTest extends LeasesContract {

  private static LocalRedis redis;

  @BeforeAll
  static void start() {
    redis = RedisServers.local(Durability.NONE);
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @Override
  String url() {
    return redis.url();
  }
}
