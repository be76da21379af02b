package imaging.queue;

import static imaging.queue.Tasks.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import imaging.workers.Delivery;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlockingTakeTest {

  private static LocalRedis redis;
  private static LocalRedis oldRedis;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private QueueConnection connection;
  private RedisTaskQueue queue;

  @BeforeAll
  static void start() {
    redis = RedisServers.local(Durability.NONE);
    oldRedis =
        LocalRedis.start(
            RedisProgram.embedded(),
            Durability.NONE,
            null,
            "--rename-command",
            "BLMOVE",
            "",
            "--rename-command",
            "LMOVE",
            "",
            "--rename-command",
            "HELLO",
            "");
  }

  @AfterAll
  static void stop() {
    redis.close();
    oldRedis.close();
  }

  @BeforeEach
  void open() {
    open(redis);
  }

  private void open(LocalRedis server) {
    connection = QueueConnection.to(server.url(), Tasks.freshQueue());
    queue = new RedisTaskQueue(connection);
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    connection.close();
  }

  private Future<Delivery> takeInTheBackground() {
    return threads.submit(() -> queue.take("w", Duration.ofSeconds(30)));
  }

  private void awaitBlocked(int clients) {
    await()
        .pollInterval(Duration.ofMillis(5))
        .until(
            () ->
                connection
                    .<String>call(jedis -> jedis.info("clients"))
                    .contains("blocked_clients:" + clients));
  }

  @Test
  void aTaskReachesAWaitingWorker() throws Exception {
    Future<Delivery> taken = takeInTheBackground();
    awaitBlocked(1);
    queue.enqueue(task("a"));
    assertThat(taken.get().task().id()).isEqualTo("a");
    assertThat(queue.complete(taken.get(), "r")).isTrue();
  }

  @Test
  void aTaskReachesAWorkerThatWaitsOnARedisBefore62() throws Exception {
    connection.close();
    open(oldRedis);
    Future<Delivery> taken = takeInTheBackground();
    awaitBlocked(1);
    queue.enqueue(task("a"));
    assertThat(taken.get().task().id()).isEqualTo("a");
    assertThat(queue.complete(taken.get(), "r")).isTrue();
  }

  @Test
  void waitingAsksRedisNothingAgainAndAgain() throws Exception {
    queue.take("w", Duration.ZERO); // the worker is registered now
    Future<Delivery> taken = takeInTheBackground();
    awaitBlocked(1);
    long before = commands();
    awaitBlocked(1);
    assertThat(commands() - before).as("only what this test asks").isLessThanOrEqualTo(12);
    queue.enqueue(task("a"));
    taken.get();
  }

  private long commands() {
    return connection
        .<String>call(jedis -> jedis.info("stats"))
        .lines()
        .filter(line -> line.startsWith("total_commands_processed:"))
        .mapToLong(line -> Long.parseLong(line.split(":")[1].strip()))
        .sum();
  }

  @Test
  void nothingWithinTheWaitIsNull() throws InterruptedException {
    assertThat(queue.take("w", Duration.ofMillis(20))).isNull();
    assertThat(queue.take("w", Duration.ofNanos(1))).isNull();
    assertThat(queue.take("w", Duration.ofMillis(1))).isNull();
  }

  @Test
  void closingWakesWhoWaits() throws Exception {
    Future<Delivery> taken = takeInTheBackground();
    awaitBlocked(1);
    queue.close();
    assertThat(taken.get()).isNull();
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    Thread taker =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    queue.take("w", Duration.ofSeconds(30));
                    end.complete(new AssertionError("it took something"));
                  } catch (InterruptedException e) {
                    end.complete(e);
                  }
                });
    awaitBlocked(1);
    taker.interrupt();
    assertThat(end.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void anInterruptEndsTheWaitOfAVirtualThreadAndLosesNothing() throws Exception {
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    Thread taker =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    queue.take("w", Duration.ofSeconds(30));
                  } catch (InterruptedException e) {
                    end.complete(e);
                  }
                });
    awaitBlocked(1);
    taker.interrupt();
    assertThat(end.get()).isInstanceOf(InterruptedException.class);
    queue.enqueue(task("a"));
    assertThat(queue.take("w", Duration.ofSeconds(10)).task().id()).isEqualTo("a");
  }
}
