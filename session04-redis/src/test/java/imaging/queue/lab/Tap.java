package imaging.queue.lab;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.providers.PooledConnectionProvider;

/**
 * A client whose sockets are watched: it counts commands and round trips, whatever way Jedis is used
 * (single commands, pipelines, transactions, scripts), and plays the death of the process at a chosen
 * command. A round trip is a read that follows a write: the moment at which the client waits.
 */
final class Tap implements AutoCloseable {

  /** All opened beforehand, so that no handshake is counted. */
  private static final int CONNECTIONS = 8;

  private final RedisClient client;
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private volatile int diesAt = Integer.MAX_VALUE;
  private volatile boolean afterwards;
  private volatile boolean dead;
  private volatile int roundTrips;
  private volatile int burst;
  private volatile int largestBurst;
  private volatile boolean writing;
  private volatile int actsAt = Integer.MAX_VALUE;
  private volatile Runnable action = () -> {};

  Tap(String url) {
    URI uri = URI.create(url);
    var config =
        DefaultJedisClientConfig.builder()
            .socketTimeoutMillis(3_000)
            .blockingSocketTimeoutMillis(3_000)
            .serverDefaultProtocol()
            .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
            .build();
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(CONNECTIONS);
    pool.setMaxIdle(CONNECTIONS);
    pool.setMinIdle(CONNECTIONS);
    pool.setMaxWait(Duration.ofMillis(500));
    ConnectionFactory factory =
        new ConnectionFactory(() -> open(uri.getHost(), uri.getPort()), config);
    client =
        RedisClient.builder()
            .connectionProvider(new PooledConnectionProvider(factory, pool))
            .build();
    openAllConnections();
    forget();
  }

  private void openAllConnections() {
    try {
      client.getPool().preparePool();
    } catch (Exception e) {
      throw new JedisConnectionException("the Redis of the checks does not answer", e);
    }
  }

  private TappedSocket open(String host, int port) {
    try {
      if (dead) {
        throw new IOException("the process is dead");
      }
      return new TappedSocket(host, port, this);
    } catch (IOException e) {
      throw new JedisConnectionException(e);
    }
  }

  UnifiedJedis client() {
    return client;
  }

  /** From now on counts from zero. */
  void forget() {
    commands.clear();
    roundTrips = 0;
    burst = 0;
    largestBurst = 0;
  }

  /** The process dies at its n-th command from here, before Redis gets it or after it was done. */
  void dieAt(int command, boolean afterRedisDidIt) {
    forget();
    diesAt = command;
    afterwards = afterRedisDidIt;
  }

  /** Something happens elsewhere just before the n-th command from here reaches Redis. */
  void before(int command, Runnable whatHappens) {
    forget();
    actsAt = command;
    action = whatHappens;
  }

  boolean died() {
    return dead;
  }

  /** {@return names of the commands said so far} */
  List<String> commands() {
    return List.copyOf(commands);
  }

  int roundTrips() {
    return roundTrips;
  }

  /** {@return most bytes sent without waiting for an answer} */
  int largestBurst() {
    return Math.max(burst, largestBurst);
  }

  int connectionsInUse() {
    return client.getPool().getNumActive();
  }

  // ---- what the sockets tell -------------------------------------------------------------------

  /** {@return what to do with this command} */
  synchronized Fate said(String command, int bytes) {
    commands.add(command);
    burst += bytes;
    writing = true;
    if (commands.size() == actsAt) {
      action.run();
    }
    if (dead || commands.size() >= diesAt) {
      boolean carriedOut = !dead && afterwards;
      dead = true;
      return carriedOut ? Fate.DIE_AFTERWARDS : Fate.DIE;
    }
    return Fate.PASS;
  }

  synchronized void reads() throws IOException {
    if (dead) {
      throw new IOException("the process is dead");
    }
    if (writing) {
      roundTrips++;
      largestBurst = Math.max(burst, largestBurst);
      burst = 0;
      writing = false;
    }
  }

  enum Fate {
    PASS,
    DIE,
    DIE_AFTERWARDS
  }

  @Override
  public void close() {
    client.close();
  }
}
