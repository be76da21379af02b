package imaging.queue.lab;

import imaging.queue.Durability;
import imaging.queue.LocalRedis;
import imaging.queue.RedisServers;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** A Redis for the checks of one class, and keys of its own for each check. */
abstract class LabRedis {

  @TempDir private static Path folder;
  private static LocalRedis server;

  /** The checks' own client, whose sockets nobody watches. */
  static UnifiedJedis redis;

  JobKeys keys;

  @BeforeAll
  static void startRedis() {
    server = RedisServers.local(Durability.NONE, folder);
    redis = RedisClient.create(server.url());
  }

  @AfterAll
  static void stopRedis() {
    redis.close();
    server.close();
  }

  @BeforeEach
  void newKeys() {
    keys = new JobKeys("lab-" + UUID.randomUUID());
  }

  @AfterEach
  void deleteKeys() {
    redis.flushAll();
  }

  static Tap tap() {
    return new Tap(server.url());
  }

  void waiting(String... idsOldestFirst) {
    redis.lpush(keys.waiting(), idsOldestFirst);
  }

  /** {@return what waits, oldest first} */
  List<String> waiting() {
    return redis.lrange(keys.waiting(), 0, -1).reversed();
  }

  List<String> hands(String worker) {
    return redis.lrange(keys.hands(worker), 0, -1);
  }

  /** A worker that has these in its hands, taken in this order. */
  void holds(String worker, String... ids) {
    redis.sadd(keys.workers(), worker);
    redis.lpush(keys.hands(worker), ids);
  }
}
