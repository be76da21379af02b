package imaging.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AsyncWorkerTest {

  private final InMemoryTaskQueue queue = new InMemoryTaskQueue(100, 1);
  private final Story story = new Story();
  private final CountDownLatch mayGoOn = new CountDownLatch(1);
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @Test
  void asManyRunAtOnceAsTheLimitAllows() throws Exception {
    queue.enqueueAll(IntStream.range(0, 10).mapToObj(i -> Tasks.task("t" + i)).toList());
    queue.close();
    Thread thread = Thread.ofPlatform().start(worker(3, this::untilLetGo));
    await().until(() -> now.get() == 3);
    assertThat(queue.counts().inHand()).isEqualTo(3);
    mayGoOn.countDown();
    thread.join();
    assertThat(most).hasValue(3);
    assertThat(queue.counts()).isEqualTo(new InMemoryTaskQueue.Counts(0, 0, 10, 0));
  }

  @Test
  void failedTasksFreeTheirPlaces() {
    queue.enqueueAll(List.of(Tasks.task("a"), Tasks.task("b"), Tasks.task("c")));
    queue.close();
    worker(
            1,
            _ -> {
              throw new IllegalStateException("bad image");
            })
        .run();
    assertThat(queue.dead()).containsOnlyKeys("a", "b", "c");
  }

  @Test
  void whatIsNotFinishedInTheGracePeriodIsGivenBack() throws Exception {
    queue.enqueueAll(List.of(Tasks.task("a"), Tasks.task("b")));
    AsyncWorker worker = worker(2, this::untilLetGo);
    Thread thread = Thread.ofPlatform().start(worker);
    await().until(() -> now.get() == 2);
    assertThat(worker.stop(Duration.ZERO)).isFalse();
    thread.join(); // ends, although nobody lets the tasks go on: they were interrupted
    assertThat(queue.counts()).isEqualTo(new InMemoryTaskQueue.Counts(2, 0, 0, 0));
    assertThat(story.told()).contains("given back a", "given back b").doesNotContain("failed a");
  }

  @Test
  void eachTaskHasANamedVirtualThread() {
    queue.enqueue(Tasks.task("a"));
    queue.close();
    worker(1, _ -> Thread.currentThread().isVirtual() + " " + Thread.currentThread().getName())
        .run();
    assertThat(queue.result("a")).contains("true w-1");
  }

  @Test
  void aLimitThatLetsNothingRunIsRefused() {
    assertThatThrownBy(() -> worker(0, ImageTask::id)).hasMessageContaining("limit of 0");
  }

  private String untilLetGo(ImageTask task) throws InterruptedException {
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    try {
      mayGoOn.await();
      return task.id();
    } finally {
      now.decrementAndGet();
    }
  }

  private AsyncWorker worker(int limit, TaskProcessor processor) {
    return new AsyncWorker("w", queue, processor, story, limit, Tasks.SHORT_WAITS);
  }
}
