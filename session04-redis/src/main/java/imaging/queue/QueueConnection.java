package imaging.queue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.executors.CommandExecutor;
import redis.clients.jedis.executors.DefaultCommandExecutor;
import redis.clients.jedis.providers.PooledConnectionProvider;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * The way to one queue in one Redis: a pool of connections and the settings. Thread-safe; make one
 * for a process, and share it between {@link RedisTaskQueue}, {@link Leases} and {@link Ledger}.
 *
 * <p>A command that meets a broken connection is said once more on a new one: after a restart of
 * Redis the pool is full of broken ones. That is safe because each script, said twice, has the effect
 * of once. If the second try fails too, {@link QueueUnavailableException}; connections are made anew
 * with the next command, so the caller only has to try again later.
 */
public final class QueueConnection implements AutoCloseable {

  /** A taker blocks for a second at a time on a connection of its own. */
  private static final int MOST_CONNECTIONS = 512;

  private final RedisClient client;
  private final QueueSettings settings;
  private final String where;

  private QueueConnection(
      String url, QueueSettings settings, UnaryOperator<CommandExecutor> around) {
    URI uri = URI.create(url);
    if (!JedisURIHelper.isValid(uri)) {
      throw new IllegalArgumentException(
          "'%s' is no address of a Redis: write redis://host:port".formatted(url));
    }
    this.where = uri.getHost() + ":" + uri.getPort();
    this.settings = settings;
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(MOST_CONNECTIONS);
    pool.setMaxIdle(MOST_CONNECTIONS);
    pool.setMaxWait(Duration.ofSeconds(5));
    PooledConnectionProvider provider =
        new PooledConnectionProvider(JedisURIHelper.getHostAndPort(uri), config(uri), pool);
    this.client =
        RedisClient.builder()
            .connectionProvider(provider)
            .commandExecutor(around.apply(new DefaultCommandExecutor(provider)))
            .build();
  }

  /**
   * Opens nothing yet: the first command connects.
   *
   * @param url such as {@code redis://localhost:6379}, {@code rediss://user:password@host:port/0}
   */
  public static QueueConnection to(String url, QueueSettings settings) {
    return new QueueConnection(url, settings, UnaryOperator.identity());
  }

  /** For tests: every command goes through what {@code around} makes. */
  static QueueConnection to(
      String url, QueueSettings settings, UnaryOperator<CommandExecutor> around) {
    return new QueueConnection(url, settings, around);
  }

  private static JedisClientConfig config(URI uri) {
    return DefaultJedisClientConfig.builder()
        .connectionTimeoutMillis(2_000)
        .socketTimeoutMillis(5_000)
        .blockingSocketTimeoutMillis(5_000)
        .user(JedisURIHelper.getUser(uri))
        .password(JedisURIHelper.getPassword(uri))
        .database(JedisURIHelper.getDBIndex(uri))
        .ssl(JedisURIHelper.isRedisSSLScheme(uri))
        .serverDefaultProtocol() // no handshake, which servers before 6 do not know
        .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
        .build();
  }

  /** {@return what this connection's queue is called and how it behaves} */
  public QueueSettings settings() {
    return settings;
  }

  String key(String rest) {
    return settings.key(rest);
  }

  /** Runs a script by its hash; a Redis that has not seen it (new, restarted) gets the text. */
  Object run(Script script, List<String> args) {
    List<String> keys = List.of(settings.base());
    return call(
        redis -> {
          try {
            return redis.evalsha(script.sha(), keys, args);
          } catch (JedisNoScriptException e) {
            return redis.eval(script.text(), keys, args);
          }
        });
  }

  Object run(Script script, String... args) {
    return run(script, List.of(args));
  }

  /** Says a command that may be said twice. */
  <T> T call(Function<UnifiedJedis, T> command) {
    try {
      return command.apply(client);
    } catch (JedisConnectionException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new QueueUnavailableException(where, e); // a virtual thread: its socket was closed
      }
      client.getPool().clear();
      return lastTry(command);
    } catch (JedisException e) {
      throw unavailable(e);
    }
  }

  private <T> T lastTry(Function<UnifiedJedis, T> command) {
    try {
      return command.apply(client);
    } catch (JedisException e) {
      throw unavailable(e);
    }
  }

  private QueueUnavailableException unavailable(JedisException e) {
    return e instanceof JedisDataException
        ? new QueueUnavailableException(where, String.valueOf(e.getMessage()), e)
        : new QueueUnavailableException(where, e);
  }

  @Override
  public void close() {
    client.close();
  }
}
