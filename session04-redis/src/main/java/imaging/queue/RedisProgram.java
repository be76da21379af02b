package imaging.queue;

import imaging.filters.ImagingException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/**
 * A redis-server that can be run.
 *
 * @param path the file
 * @param origin for people: where it came from
 */
record RedisProgram(Path path, String origin) {

  /** {@return the one that is installed, or null} */
  static @Nullable RedisProgram onPath() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      for (String name : new String[] {"redis-server", "redis-server.exe"}) {
        Path file = Path.of(folder.isBlank() ? "." : folder, name);
        if (Files.isExecutable(file)) {
          return new RedisProgram(file, file.toString());
        }
      }
    }
    return null;
  }

  /** {@return the one inside the library embedded-redis, unpacked once for this JVM} */
  static RedisProgram embedded() {
    return Embedded.PROGRAM;
  }

  /** Loaded, and with it the library, only when there is no other Redis. */
  private static final class Embedded {

    static final RedisProgram PROGRAM = unpack();

    private static RedisProgram unpack() {
      try {
        Path folder = Files.createTempDirectory("imaging-redis-program");
        File file = ExecutableProvider.newJarResourceProvider(folder.toFile()).get();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
        return new RedisProgram(file.toPath(), "the program inside embedded-redis");
      } catch (IOException | RuntimeException e) {
        throw new ImagingException(
            "embedded-redis has no program for this machine: set REDIS_URL or install redis-server",
            e);
      }
    }
  }
}
