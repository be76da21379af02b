package imaging.queue;

import static imaging.queue.Tasks.task;
import static imaging.queue.Tasks.tasks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import imaging.workers.Delivery;
import imaging.workers.ImageTask;
import imaging.workers.QueueFullException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the queue promises to producers and workers, whatever Redis it runs on. */
abstract class QueueContract {

  private static final Duration NOW = Duration.ZERO;

  QueueConnection connection;
  RedisTaskQueue queue;
  Ledger ledger;

  /** {@return the address of the Redis to test with} */
  abstract String url();

  @BeforeEach
  void openQueue() {
    open(Tasks.freshQueue().withRetryDelay(Duration.ZERO));
  }

  void open(QueueSettings settings) {
    connection = QueueConnection.to(url(), settings);
    queue = new RedisTaskQueue(connection);
    ledger = new Ledger(connection);
  }

  @AfterEach
  void close() {
    ledger.clear();
    connection.close();
  }

  @Test
  void tasksComeOutInTheOrderInWhichTheyWentIn() throws InterruptedException {
    queue.enqueueAll(tasks(5));
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      taken.add(queue.take("w", NOW).task().id());
    }
    assertThat(taken).containsExactly("t0", "t1", "t2", "t3", "t4");
    assertThat(queue.take("w", NOW)).isNull();
  }

  @Test
  void allOfATaskArrives() throws InterruptedException {
    ImageTask task =
        new ImageTask(
            "id-1",
            "in/a.png",
            "grayscale|blur:radius=2",
            2,
            Instant.ofEpochMilli(1_234_567_890_123L),
            Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
    queue.enqueue(task);
    assertThat(queue.take("w", NOW).task()).isEqualTo(task);
  }

  @Test
  void aKnownIdIsAbsorbedAlsoAfterTheTaskIsDone() throws InterruptedException {
    assertThat(queue.submit(task("a"))).isTrue();
    assertThat(queue.submit(task("a"))).isFalse();
    queue.complete(queue.take("w", NOW), "r");
    assertThat(queue.submit(task("a"))).isFalse();
    assertThat(queue.take("w", NOW)).isNull();
  }

  @Test
  void anIdTwiceInOneBatchIsOneTask() throws InterruptedException {
    assertThat(queue.submitAll(List.of(task("a"), task("b"), task("a")))).isEqualTo(2);
    assertThat(ledger.counts().pending()).isEqualTo(2);
  }

  @Test
  void completingStoresTheResultAndEmptiesTheHands() throws InterruptedException {
    queue.enqueue(task("a"));
    Delivery delivery = queue.take("w", NOW);
    assertThat(ledger.status("a").orElseThrow().state()).isEqualTo(TaskState.PROCESSING);
    assertThat(queue.complete(delivery, "out/a.png")).isTrue();
    assertThat(ledger.result("a")).contains("out/a.png");
    TaskStatus status = ledger.status("a").orElseThrow();
    assertThat(status.state()).isEqualTo(TaskState.DONE);
    assertThat(status.worker()).isEqualTo("w");
    assertThat(status.ended()).isAfterOrEqualTo(status.taken());
    assertThat(ledger.counts().processing()).isZero();
    assertThat(ledger.recent(10)).hasSize(1);
  }

  @Test
  void completingTwiceIsCompletingOnce() throws InterruptedException {
    queue.enqueue(task("a"));
    Delivery delivery = queue.take("w", NOW);
    assertThat(queue.complete(delivery, "first")).isTrue();
    assertThat(queue.complete(delivery, "second"))
        .as("the answer was lost, says the worker")
        .isTrue();
    assertThat(ledger.result("a")).contains("first");
    assertThat(ledger.counts().done()).isEqualTo(1);
  }

  @Test
  void completeThenTakeHandsOutTheNextTask() throws InterruptedException {
    queue.enqueueAll(tasks(2));
    Handover handover = queue.completeThenTake(queue.take("w", NOW), "r");
    assertThat(handover.accepted()).containsExactly(true);
    assertThat(handover.next()).extracting(next -> next.task().id()).containsExactly("t1");
    Handover last = queue.completeThenTake(handover.next().getFirst(), "r");
    assertThat(last.next()).isEmpty();
    assertThat(ledger.counts().done()).isEqualTo(2);
  }

  @Test
  void aBatchIsTakenAndCompletedTogether() throws InterruptedException {
    queue.enqueueAll(tasks(10));
    List<Delivery> batch = queue.take("w", 8, NOW);
    assertThat(batch).hasSize(8);
    List<Completion> done = batch.stream().map(d -> new Completion(d, d.task().id())).toList();
    Handover handover = queue.completeThenTake(done, 8);
    assertThat(handover.accepted()).hasSize(8).doesNotContain(false);
    assertThat(handover.next()).hasSize(2);
    assertThat(ledger.result("t7")).contains("t7");
  }

  @Test
  void aFullQueueRefusesAllOfABatch() throws InterruptedException {
    open(Tasks.freshQueue().withBound(10));
    queue.enqueueAll(tasks(8));
    List<ImageTask> more = List.of(task("x"), task("y"), task("z"));
    assertThatThrownBy(() -> queue.enqueueAll(more))
        .isInstanceOf(QueueFullException.class)
        .hasMessageContaining("10");
    assertThat(ledger.status("x")).isEmpty();
    assertThat(queue.submitAll(List.of(task("t0"), task("x"), task("y")))).isEqualTo(2);
    assertThat(ledger.counts().pending()).isEqualTo(10);
  }

  @Test
  void aBatchOfSeveralChunksFitsAsAWholeOrNotAtAll() {
    int bound = 2 * Producer.CHUNK;
    open(Tasks.freshQueue().withBound(bound));
    assertThatThrownBy(() -> queue.enqueueAll(tasks(bound + 1)))
        .isInstanceOf(QueueFullException.class);
    assertThat(ledger.counts().pending()).isZero();
    assertThat(queue.submitAll(tasks(bound))).isEqualTo(bound);
    assertThat(queue.submitAll(tasks(bound))).as("all are known").isZero();
    assertThat(ledger.counts().pending()).isEqualTo(bound);
  }

  @Test
  void aFailedTaskIsTriedAgainAndDiesAfterItsAttempts() throws InterruptedException {
    open(Tasks.freshQueue().withMaxAttempts(2).withRetryDelay(Duration.ZERO));
    queue.enqueue(task("a"));
    Leases leases = new Leases(connection);
    assertThat(queue.fail(queue.take("w", NOW), "cannot read a.jpg")).isTrue();
    assertThat(ledger.status("a").orElseThrow().state()).isEqualTo(TaskState.DELAYED);
    assertThat(leases.promoteDue(10)).isEqualTo(1);
    Delivery second = queue.take("w", NOW);
    assertThat(second.task().attempt()).isEqualTo(1);
    assertThat(queue.fail(second, "cannot read a.jpg")).isTrue();
    TaskStatus dead = ledger.deadLetters(0, 10).getFirst();
    assertThat(dead.state()).isEqualTo(TaskState.DEAD);
    assertThat(dead.error()).isEqualTo("cannot read a.jpg");
    assertThat(dead.task().attempt()).isEqualTo(2);
  }

  @Test
  void aDelayedTaskWaitsForItsTime() throws InterruptedException {
    queue.enqueue(task("a"));
    queue.retryLater(queue.take("w", NOW), "busy", Duration.ofHours(1));
    assertThat(new Leases(connection).promoteDue(10)).isZero();
    assertThat(ledger.counts().delayed()).isEqualTo(1);
  }

  @Test
  void aRejectedTaskIsDeadAtOnceAndCanBeReplayed() throws InterruptedException {
    queue.enqueue(task("a"));
    assertThat(queue.reject(queue.take("w", NOW), "not an image")).isTrue();
    assertThat(ledger.counts().dead()).isEqualTo(1);
    assertThat(ledger.replay(List.of("a", "no such id"))).isEqualTo(1);
    assertThat(ledger.replay(List.of("a"))).as("it is not dead any more").isZero();
    assertThat(queue.take("w", NOW).task().attempt()).isZero();
  }

  @Test
  void aTaskGivenBackIsTheNextOneTaken() throws InterruptedException {
    queue.enqueueAll(tasks(2));
    Delivery first = queue.take("w", NOW);
    assertThat(queue.giveBack(first)).isTrue();
    assertThat(queue.giveBack(first)).as("said twice").isTrue();
    Delivery again = queue.take("other", NOW);
    assertThat(again.task()).isEqualTo(first.task());
    assertThat(again.token()).isNotEqualTo(first.token());
    assertThat(queue.complete(first, "late")).as("the old token").isFalse();
    assertThat(queue.complete(again, "right")).isTrue();
    assertThat(ledger.counts().refused()).isEqualTo(1);
  }

  @Test
  void aCancelledTaskIsNeverHandedOutAndItsResultIsRefused() throws InterruptedException {
    queue.enqueueAll(tasks(3));
    assertThat(ledger.cancel("t0")).isTrue();
    Delivery delivery = queue.take("w", NOW);
    assertThat(delivery.task().id()).isEqualTo("t1");
    assertThat(ledger.cancel("t1")).isTrue();
    assertThat(queue.complete(delivery, "r")).isFalse();
    queue.retryLater(queue.take("w", NOW), "busy", Duration.ofHours(1));
    assertThat(ledger.cancel("t2")).isTrue();
    assertThat(ledger.cancel("t2")).as("it has ended").isFalse();
    assertThat(ledger.counts())
        .extracting(QueueCounts::cancelled, QueueCounts::open, QueueCounts::lost)
        .containsExactly(3L, 0L, 0L);
  }

  @Test
  void resultsAreGoneAfterTheirTime() throws InterruptedException {
    open(Tasks.freshQueue().withKeepResults(Duration.ofMillis(50)));
    queue.enqueue(task("a"));
    queue.complete(queue.take("w", NOW), "r");
    org.awaitility.Awaitility.await().until(() -> ledger.status("a").isEmpty());
    assertThat(queue.submit(task("a"))).as("the id is free again").isTrue();
  }

  @Test
  void aTaskWithoutDataIsBuriedAndStopsNobody() throws InterruptedException {
    queue.enqueueAll(tasks(2));
    connection.call(jedis -> jedis.del(connection.key("task:t0")));
    assertThat(queue.take("w", 2, NOW)).extracting(d -> d.task().id()).containsExactly("t1");
    assertThat(ledger.counts().dead()).isEqualTo(1);
  }

  @Test
  void aTaskCostsAtMost450BytesInRedis() {
    long before = usedMemory();
    int count = 5_000;
    List<ImageTask> batch = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = java.util.UUID.randomUUID().toString();
      batch.add(
          new ImageTask(id, id + ".jpg", "grayscale|blur:radius=2", 0, Instant.now(), Map.of()));
    }
    queue.enqueueAll(batch);
    long bytes = (usedMemory() - before) / count;
    System.out.println("bytes a task in Redis: " + bytes);
    assertThat(bytes).isLessThanOrEqualTo(450);
  }

  private long usedMemory() {
    String info = connection.call(jedis -> jedis.info("memory"));
    return info.lines()
        .filter(line -> line.startsWith("used_memory:"))
        .mapToLong(line -> Long.parseLong(line.substring("used_memory:".length()).strip()))
        .findFirst()
        .orElseThrow();
  }
}
