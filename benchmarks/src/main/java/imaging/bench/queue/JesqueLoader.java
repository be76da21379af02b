package imaging.bench.queue;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Loads Jesque together with the Jedis 3 that it was made for, apart from the course's Jedis 8: the
 * two do not fit into one class path. Maven puts both files into {@code benchmarks/target/jesque}.
 */
final class JesqueLoader extends URLClassLoader {

  private static final Path FOLDER = Path.of("benchmarks/target/jesque");

  private JesqueLoader(URL[] files) {
    super("jesque", files, JesqueLoader.class.getClassLoader());
  }

  /** {@return Jesque under its name, or nothing where its files are missing} */
  static Map<String, QueueSystem> open(String url) {
    if (!Files.isDirectory(FOLDER)) {
      System.out.println("Jesque: not run, there is no " + FOLDER);
      return Map.of();
    }
    try (Stream<Path> jars = Files.list(FOLDER)) {
      URL own = JesqueLoader.class.getProtectionDomain().getCodeSource().getLocation();
      URL[] files =
          Stream.concat(Stream.of(own), jars.map(JesqueLoader::toUrl)).toArray(URL[]::new);
      Class<?> type = new JesqueLoader(files).loadClass(JesqueQueue.class.getName());
      return Map.of(
          QueueTables.JESQUE, (QueueSystem) type.getConstructor(String.class).newInstance(url));
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("Jesque does not start", e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      return isApart(name) ? findClass(name) : super.loadClass(name, resolve);
    }
  }

  private static boolean isApart(String name) {
    return name.startsWith("redis.clients.")
        || name.startsWith("net.greghaines.")
        || name.startsWith(JesqueQueue.class.getName());
  }

  private static URL toUrl(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
