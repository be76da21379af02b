package imaging.bench.queue;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import redis.clients.jedis.RedisClient;

/** What Redis says about itself, and what this process has used. */
final class RedisMeter implements AutoCloseable {

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final RedisClient redis;

  RedisMeter(String url) {
    redis = RedisClient.create(URI.create(url));
  }

  /** Throws all data away: each turn starts with an empty Redis. */
  void empty() {
    redis.flushAll();
  }

  /** {@return bytes} */
  double usedMemory() {
    return field("memory", "used_memory");
  }

  /** {@return microseconds of processor time that Redis has used since its start} */
  double serverMicros() {
    return 1e6 * (field("cpu", "used_cpu_sys") + field("cpu", "used_cpu_user"));
  }

  /** {@return microseconds of processor time that all threads of this JVM have used} */
  double clientMicros() {
    return system.getProcessCpuTime() / 1e3;
  }

  private double field(String section, String name) {
    String start = name + ":";
    String line =
        redis
            .info(section)
            .lines()
            .filter(text -> text.startsWith(start))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Redis says nothing of " + name));
    return Double.parseDouble(line.substring(start.length()).strip());
  }

  @Override
  public void close() {
    redis.close();
  }
}
