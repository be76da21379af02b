package imaging.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import imaging.filters.ImagingException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InMemoryTaskQueueTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final InMemoryTaskQueue queue = new InMemoryTaskQueue(3, 2);

  @Test
  void tasksComeOutInOrder() throws Exception {
    queue.enqueueAll(List.of(Tasks.task("a"), Tasks.task("b")));
    queue.enqueue(Tasks.task("c"));
    assertThat(List.of(taken(), taken(), taken())).containsExactly("a", "b", "c");
  }

  @Test
  void nothingIsAddedWhereNotEverythingFits() {
    queue.enqueueAll(List.of(Tasks.task("a"), Tasks.task("b")));
    assertThatThrownBy(() -> queue.enqueueAll(List.of(Tasks.task("c"), Tasks.task("d"))))
        .isInstanceOf(QueueFullException.class)
        .hasMessageContaining("3");
    assertThat(queue.counts()).isEqualTo(new InMemoryTaskQueue.Counts(2, 0, 0, 0));
  }

  @Test
  void anEmptyQueueGivesNothingAfterTheWait() throws Exception {
    assertThat(queue.take("w", Duration.ofMillis(1))).isNull();
  }

  @Test
  void aWaitingTakeGetsTheNextTask() {
    CompletableFuture<Delivery> taker = takeAside();
    queue.enqueue(Tasks.task("a"));
    assertThat(taker.join().task().id()).isEqualTo("a");
  }

  @Test
  void aCompletedTaskIsDoneWithItsResult() throws Exception {
    queue.enqueue(Tasks.task("a"));
    Delivery delivery = queue.take("w", LONG);
    assertThat(queue.counts()).isEqualTo(new InMemoryTaskQueue.Counts(0, 1, 0, 0));
    assertThat(queue.complete(delivery, "a.png")).isTrue();
    assertThat(queue.counts()).isEqualTo(new InMemoryTaskQueue.Counts(0, 0, 1, 0));
    assertThat(queue.result("a")).contains("a.png");
  }

  @Test
  void anOldDeliveryChangesNothing() throws Exception {
    queue.enqueue(Tasks.task("a"));
    Delivery old = queue.take("w1", LONG);
    queue.giveBack(old);
    Delivery now = queue.take("w2", LONG);

    assertThat(queue.complete(old, "old.png")).isFalse();
    assertThat(queue.fail(old, "x")).isFalse();
    assertThat(queue.reject(old, "x")).isFalse();
    assertThat(queue.giveBack(old)).isFalse();
    assertThat(queue.complete(now, "new.png")).isTrue();
    assertThat(queue.result("a")).contains("new.png");
  }

  @Test
  void aTaskGivenBackIsFirstAgainWithItsAttempts() throws Exception {
    queue.enqueueAll(List.of(Tasks.task("a"), Tasks.task("b")));
    queue.giveBack(queue.take("w", LONG));
    Delivery again = queue.take("w", LONG);
    assertThat(again.task()).isEqualTo(Tasks.task("a"));
  }

  @Test
  void aFailedTaskIsTriedAgainBehindTheOthersAndThenDead() throws Exception {
    queue.enqueueAll(List.of(Tasks.task("a"), Tasks.task("b")));
    queue.fail(queue.take("w", LONG), "first");
    assertThat(taken()).isEqualTo("b");
    Delivery again = queue.take("w", LONG);
    assertThat(again.task().attempt()).isEqualTo(1);
    queue.fail(again, "second");
    assertThat(queue.dead()).containsOnlyKeys("a").containsValue("second");
  }

  @Test
  void aRejectedTaskIsDeadAtOnce() throws Exception {
    queue.enqueue(Tasks.task("a"));
    queue.reject(queue.take("w", LONG), "no pipeline");
    assertThat(queue.dead()).containsEntry("a", "no pipeline");
  }

  @Test
  void aTaskThatComesBackIsLetIntoAFullQueue() throws Exception {
    queue.enqueue(Tasks.task("a"));
    Delivery delivery = queue.take("w", LONG);
    queue.enqueueAll(List.of(Tasks.task("b"), Tasks.task("c"), Tasks.task("d")));
    assertThat(queue.giveBack(delivery)).isTrue();
    assertThat(queue.counts().pending()).isEqualTo(4);
  }

  @Test
  void closeWakesAllWaitersAndKeepsWhatIsPending() throws Exception {
    CompletableFuture<Delivery> one = takeAside();
    CompletableFuture<Delivery> two = takeAside();
    queue.close();
    assertThat(one.join()).isNull();
    assertThat(two.join()).isNull();

    InMemoryTaskQueue other = new InMemoryTaskQueue(3, 2);
    other.enqueue(Tasks.task("a"));
    other.close();
    assertThat(other.isClosed()).isTrue();
    assertThat(other.take("w", LONG)).isNotNull();
    assertThat(other.take("w", LONG)).isNull();
    assertThatThrownBy(() -> other.enqueue(Tasks.task("b"))).isInstanceOf(ImagingException.class);
  }

  @Test
  void anInterruptedTakeTakesNothing() {
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread taker =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    queue.take("w", LONG);
                  } catch (InterruptedException e) {
                    interrupted.set(true);
                  }
                });
    await().until(() -> taker.getState() == Thread.State.TIMED_WAITING);
    taker.interrupt();
    await().untilTrue(interrupted);
    queue.enqueue(Tasks.task("a"));
    assertThat(queue.counts().pending()).isEqualTo(1);
  }

  private String taken() throws InterruptedException {
    return queue.take("w", LONG).task().id();
  }

  /** A take on another thread, which waits by the time this returns. */
  private CompletableFuture<Delivery> takeAside() {
    AtomicReference<Thread> thread = new AtomicReference<>();
    CompletableFuture<Delivery> taken = new CompletableFuture<>();
    thread.set(
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    taken.complete(queue.take("w", LONG));
                  } catch (InterruptedException e) {
                    taken.completeExceptionally(e);
                  }
                }));
    await().until(() -> thread.get().getState() == Thread.State.TIMED_WAITING);
    return taken;
  }
}
