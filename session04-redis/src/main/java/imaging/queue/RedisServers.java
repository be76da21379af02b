package imaging.queue;

import imaging.filters.ImagingException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A real Redis for demos and tests, with nothing installed.
 *
 * <p>{@link #any()} takes the first of: REDIS_URL, a container if a Docker engine answers and has the
 * image, {@code redis-server} on the PATH, the program inside embedded-redis. {@code REDIS_SERVER}
 * (environment, or {@code -Dredis.server}) asks for one: {@code docker}, which also pulls the image,
 * {@code path} or {@code embedded}.
 *
 * <p>{@link #local} always starts a process of its own, one that a demo may kill.
 */
public final class RedisServers {

  private RedisServers() {}

  /** {@return a Redis, after a line on standard output that says which} */
  public static RedisServer any() {
    RedisServer server = choose();
    System.out.println("Redis: " + server.description());
    return server;
  }

  /** {@return a Redis process of ours on a free port, after a line that says which} */
  public static LocalRedis local(Durability durability) {
    LocalRedis server = LocalRedis.start(program(), durability, null);
    System.out.println("Redis: " + server.description());
    return server;
  }

  /** {@return as {@link #local(Durability)}, silently, with its data in a folder that stays} */
  public static LocalRedis local(Durability durability, Path folder) {
    return LocalRedis.start(program(), durability, folder);
  }

  private static RedisServer choose() {
    String url = System.getenv("REDIS_URL");
    if (url != null && !url.isBlank()) {
      return new GivenRedis(url.strip());
    }
    return switch (wanted()) {
      case "docker" -> docker();
      case "path", "embedded" -> LocalRedis.start(program(), Durability.NONE, null);
      case "" ->
          DockerEngine.has(DockerEngine.REDIS_IMAGE)
              ? docker()
              : LocalRedis.start(program(), Durability.NONE, null);
      default ->
          throw new ImagingException(
              "REDIS_SERVER is '%s': use docker, path or embedded".formatted(wanted()));
    };
  }

  private static RedisServer docker() {
    try {
      return new DockerRedis();
    } catch (NoClassDefFoundError e) {
      throw new ImagingException(
          "Testcontainers is not on the classpath: set REDIS_URL or REDIS_SERVER=path", e);
    }
  }

  private static RedisProgram program() {
    RedisProgram installed = wanted().equals("embedded") ? null : RedisProgram.onPath();
    if (installed != null) {
      return installed;
    }
    if (wanted().equals("path")) {
      throw new ImagingException(
          "there is no redis-server on the PATH: install one or set REDIS_URL");
    }
    try {
      return RedisProgram.embedded();
    } catch (NoClassDefFoundError e) {
      throw new ImagingException(
          "there is no Redis here: set REDIS_URL, start Docker, or install redis-server", e);
    }
  }

  private static String wanted() {
    String fromEnvironment = System.getenv().getOrDefault("REDIS_SERVER", "");
    return System.getProperty("redis.server", fromEnvironment).strip().toLowerCase(Locale.ROOT);
  }

  /** One that others run: not ours to stop. */
  private record GivenRedis(String url) implements RedisServer {

    @Override
    public String description() {
      return "the one of REDIS_URL";
    }

    @Override
    public void close() {}
  }
}
