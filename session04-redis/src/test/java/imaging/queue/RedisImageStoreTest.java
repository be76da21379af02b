package imaging.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import imaging.filters.ImagingException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisImageStoreTest {

  private static LocalRedis redis;
  private static QueueConnection connection;

  @BeforeAll
  static void start() {
    redis = RedisServers.local(Durability.NONE);
    connection = QueueConnection.to(redis.url(), Tasks.freshQueue());
  }

  @AfterAll
  static void stop() {
    connection.close();
    redis.close();
  }

  @Test
  void allBytesComeBack() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    RedisImageStore store = new RedisImageStore(connection, Duration.ofMinutes(1));
    assertThat(store.get(store.put("a.png", bytes))).isEqualTo(bytes);
    store.put("a.png", new byte[] {7});
    assertThat(store.get("a.png")).containsExactly(7);
  }

  @Test
  void anImageThatIsNotThereIsNamed() {
    RedisImageStore store = new RedisImageStore(connection, Duration.ofMinutes(1));
    assertThatThrownBy(() -> store.get("nowhere.png"))
        .isInstanceOf(ImagingException.class)
        .hasMessageContaining("nowhere.png");
    assertThatThrownBy(() -> store.put("../x", new byte[1]))
        .isInstanceOf(ImagingException.class)
        .hasMessageContaining("../x");
  }

  @Test
  void anImageIsGoneAfterItsTime() {
    RedisImageStore store = new RedisImageStore(connection, Duration.ofMillis(30));
    store.put("short.png", new byte[1]);
    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> store.get("short.png"))
                    .isInstanceOf(ImagingException.class));
  }
}
