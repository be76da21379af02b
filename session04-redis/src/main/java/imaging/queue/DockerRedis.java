package imaging.queue;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** Redis in a container, through Testcontainers. Only this class knows of it. */
final class DockerRedis implements RedisServer {

  private static final int PORT = 6379;

  private final GenericContainer<?> container;

  DockerRedis() {
    container =
        new GenericContainer<>(DockerImageName.parse(DockerEngine.REDIS_IMAGE))
            .withExposedPorts(PORT);
    container.start();
  }

  @Override
  public String url() {
    return "redis://%s:%d".formatted(container.getHost(), container.getMappedPort(PORT));
  }

  @Override
  public String description() {
    return "%s in Docker, %s".formatted(DockerEngine.REDIS_IMAGE, url());
  }

  @Override
  public void close() {
    container.stop();
  }
}
