package imaging.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import imaging.filters.ImagingException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerTest {

  private final InMemoryTaskQueue queue = new InMemoryTaskQueue(10, 2);
  private final Story story = new Story();
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch mayGoOn = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    mayGoOn.countDown();
    queue.close();
  }

  @Test
  void aClosedQueueIsEmptiedOnTheCallingThread() {
    queue.enqueueAll(List.of(Tasks.task("a"), Tasks.task("b")));
    queue.close();
    worker(queue, task -> task.id() + ".png").run();
    assertThat(story.told())
        .containsExactly("taken a", "done a a.png", "taken b", "done b b.png", "ended");
    assertThat(queue.result("b")).contains("b.png");
  }

  @Test
  void aBadTaskDoesNotEndTheLoop() {
    queue.enqueueAll(List.of(Tasks.task("bug"), Tasks.task("huge"), Tasks.task("good")));
    queue.close();
    worker(
            queue,
            task ->
                switch (task.id()) {
                  case "bug" -> throw new IllegalStateException();
                  case "huge" -> throw new OutOfMemoryError("too large");
                  default -> task.id();
                })
        .run();
    assertThat(story.told())
        .contains("failed bug", "failed huge", "done good good")
        .endsWith("ended");
    assertThat(queue.dead())
        .containsEntry("bug", "java.lang.IllegalStateException")
        .containsEntry("huge", "too large");
  }

  @Test
  void aPermanentFailureIsNotTriedAgain() {
    queue.enqueue(Tasks.task("a"));
    queue.close();
    AtomicInteger tries = new AtomicInteger();
    worker(
            queue,
            _ -> {
              tries.incrementAndGet();
              throw new PermanentFailure("no image", new ImagingException("cause"));
            })
        .run();
    assertThat(tries).hasValue(1);
    assertThat(story.told()).containsExactly("taken a", "failed for good a", "ended");
  }

  @Test
  void stopLetsTheTaskInHandFinish() throws Exception {
    queue.enqueueAll(List.of(Tasks.task("a"), Tasks.task("b")));
    Worker worker = worker(queue, this::untilLetGo);
    Thread thread = Thread.ofPlatform().start(worker);
    inside.await();
    worker.requestStop();
    mayGoOn.countDown();
    assertThat(worker.stop(Duration.ofMinutes(1))).isTrue();
    thread.join();
    assertThat(story.told()).containsExactly("taken a", "done a a", "ended");
    assertThat(queue.counts()).isEqualTo(new InMemoryTaskQueue.Counts(1, 0, 1, 0));
  }

  @Test
  void whatIsNotFinishedInTheGracePeriodIsGivenBack() throws Exception {
    queue.enqueue(Tasks.task("a"));
    Worker worker = worker(queue, this::untilLetGo);
    Thread thread = Thread.ofPlatform().start(worker);
    inside.await();
    assertThat(worker.stop(Duration.ZERO)).isFalse();
    thread.join();
    assertThat(story.told()).containsExactly("taken a", "given back a", "ended");
    assertThat(queue.counts()).isEqualTo(new InMemoryTaskQueue.Counts(1, 0, 0, 0));
  }

  @Test
  void anInterruptGivesTheTaskBackAndStaysInTheFlag() throws Exception {
    queue.enqueue(Tasks.task("a"));
    Worker worker = worker(queue, this::untilLetGo);
    AtomicBoolean flag = new AtomicBoolean();
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  worker.run();
                  flag.set(Thread.currentThread().isInterrupted());
                });
    inside.await();
    thread.interrupt();
    thread.join();
    assertThat(flag).isTrue();
    assertThat(story.told()).containsExactly("taken a", "given back a", "ended");
  }

  @Test
  void anIdleWorkerStops() throws Exception {
    Worker worker = worker(queue, ImageTask::id);
    Thread thread = Thread.ofPlatform().start(worker);
    assertThat(worker.stop(Duration.ofMinutes(1))).isTrue();
    thread.join();
    assertThat(queue.isClosed()).isFalse();
  }

  @Test
  void aLostQueueIsToldOnceAndTriedUntilItIsBack() throws Exception {
    AtomicInteger failures = new AtomicInteger(5);
    queue.enqueue(Tasks.task("a"));
    queue.close();
    worker(failing("take", failures), ImageTask::id).run();
    assertThat(failures).hasNegativeValue();
    assertThat(story.told())
        .containsExactly("queue lost", "queue back", "taken a", "done a a", "ended");
  }

  @Test
  void anAcknowledgementIsRepeatedUntilTheQueueHearsIt() {
    AtomicInteger failures = new AtomicInteger(3);
    queue.enqueue(Tasks.task("a"));
    queue.close();
    worker(failing("complete", failures), ImageTask::id).run();
    assertThat(story.told())
        .containsExactly("taken a", "queue lost", "queue back", "done a a", "ended");
    assertThat(queue.result("a")).contains("a");
  }

  @Test
  void aWorkerThatWasOvertakenSaysSo() {
    queue.enqueue(Tasks.task("a"));
    queue.close();
    worker(overtaking(), ImageTask::id).run();
    assertThat(story.told()).containsExactly("taken a", "outdated a", "ended");
  }

  @Test
  void aListenerThatThrowsHarmsNobody() {
    queue.enqueue(Tasks.task("a"));
    queue.close();
    new Worker(
            "w",
            queue,
            ImageTask::id,
            _ -> {
              throw new IllegalStateException("listener");
            },
            Tasks.SHORT_WAITS)
        .run();
    assertThat(queue.result("a")).contains("a");
  }

  @Test
  void aWorkerRunsOnce() {
    queue.close();
    Worker worker = worker(queue, ImageTask::id);
    worker.run();
    assertThatThrownBy(worker::run).hasMessageContaining("w has run already");
  }

  @Test
  void allWorkersOfAPoolDrainTogether() throws Exception {
    queue.enqueueAll(List.of(Tasks.task("a"), Tasks.task("b")));
    CountDownLatch both = new CountDownLatch(2);
    WorkerPool pool =
        WorkerPool.start(
            "pool",
            2,
            queue,
            task -> {
              both.countDown();
              mayGoOn.await();
              return Thread.currentThread().getName();
            },
            story);
    both.await();
    mayGoOn.countDown();
    pool.close();
    assertThat(List.of(queue.result("a").orElse("-"), queue.result("b").orElse("-")))
        .containsExactlyInAnyOrder("pool-1", "pool-2");
    await().untilAsserted(() -> assertThat(story.told()).filteredOn("ended"::equals).hasSize(2));
  }

  private String untilLetGo(ImageTask task) throws InterruptedException {
    inside.countDown();
    mayGoOn.await();
    return task.id();
  }

  private Worker worker(TaskQueue queue, TaskProcessor processor) {
    return new Worker("w", queue, processor, story, Tasks.SHORT_WAITS);
  }

  /** The queue, with one method that throws so many times first. */
  private TaskQueue failing(String name, AtomicInteger failures) {
    return proxy(
        name,
        () -> {
          if (failures.getAndDecrement() > 0) {
            throw new ImagingException("connection refused");
          }
        });
  }

  /** The queue, where another worker gets the task just before it is completed. */
  private TaskQueue overtaking() {
    return proxy(
        "complete",
        () -> {
          queue.giveBack(new Delivery(Tasks.task("a"), "w", "1"));
          new Worker("other", queue, ImageTask::id, _ -> {}, Tasks.SHORT_WAITS).run();
        });
  }

  private TaskQueue proxy(String name, Runnable before) {
    return (TaskQueue)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {TaskQueue.class},
            (_, method, args) -> {
              if (method.getName().equals(name)) {
                before.run();
              }
              try {
                return method.invoke(queue, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
