package imaging.bench.queue;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.queue.Durability;
import imaging.queue.LocalRedis;
import imaging.queue.RedisServers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs each measurement once with few tasks, so that none of them rots. */
class QueueSystemTest {

  @Test
  void eachSystemEmptiesItsQueue() {
    try (LocalRedis redis = RedisServers.local(Durability.NONE);
        RedisMeter meter = new RedisMeter(redis.url())) {
      for (QueueSystem system :
          List.of(
              new RawRedis(redis.url()),
              CourseQueue.open(redis.url(), "together", true),
              CourseQueue.open(redis.url(), "apart", false),
              new RedissonQueue(redis.url()))) {
        Map<Measurement, Double> results = Turn.measure(system, meter, 20);
        assertThat(results).containsKeys(Measurement.PROCESS, Measurement.MEMORY);
        assertThat(results.values()).allSatisfy(value -> assertThat(value).isFinite());
        system.close();
      }
    }
  }
}
