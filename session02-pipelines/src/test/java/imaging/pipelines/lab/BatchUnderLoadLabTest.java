package imaging.pipelines.lab;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import imaging.grader.Check;
import imaging.grader.Say;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** L2.3, second half: the limit, and Ctrl-C. */
class BatchUnderLoadLabTest {

  private final InWork inWork = new InWork();
  private final FakeSink sink = new FakeSink(inWork);
  private final AtomicInteger begun = new AtomicInteger();
  private volatile boolean interrupted;

  @Check("L2.3.5")
  void exactlySoManyAreInWorkAtOnce() {
    FakeSource source = new FakeSource(FakeSource.numbered(12), inWork);
    CyclicBarrier three = new CyclicBarrier(3);
    AtomicInteger alone = new AtomicInteger();
    Hook meets =
        new Hook(
            _ -> {
              try {
                three.await(2, SECONDS);
              } catch (Exception e) {
                alone.incrementAndGet();
              }
            });
    List<Result> results = ResumableBatch.run(source, meets, sink, 3);
    assertThat(inWork.most())
        .as(
            Say.text(
                "more than 3 images were in memory at once: the limit is not kept",
                "hubo más de 3 imágenes a la vez en memoria: no se respeta el límite"))
        .isLessThanOrEqualTo(3);
    assertThat(alone.get())
        .as(
            Say.text(
                "3 images must be worked on at the same time, but they never met",
                "debe haber 3 imágenes en marcha a la vez, pero nunca coincidieron"))
        .isZero();
    assertThat(results)
        .as(Say.text("all twelve must be done", "las doce deben estar hechas"))
        .hasSize(12)
        .allMatch(Result.Done.class::isInstance);
  }

  @Check("L2.3.6")
  void anInterruptEndsTheBatchInOrder() throws InterruptedException {
    FakeSource source = new FakeSource(FakeSource.numbered(90), inWork);
    AtomicReference<List<Result>> results = new AtomicReference<>(List.of());
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>(false);
    AtomicReference<Thread> caller = new AtomicReference<>();
    Hook interrupts = new Hook(_ -> interruptThenLetReact(caller.get()));
    caller.set(
        new Thread(
            () -> {
              thrown.set(
                  catchThrowable(
                      () -> results.set(ResumableBatch.run(source, interrupts, sink, 2))));
              flag.set(Thread.currentThread().isInterrupted());
            },
            "calls-the-batch"));
    caller.get().start();
    caller.get().join(9_000);
    assertThat(thrown.get())
        .as(
            Say.text(
                "an interrupt must end the batch with its results, not with an exception",
                "una interrupción debe acabar el lote con sus resultados, no con una excepción"))
        .isNull();
    assertThat(results.get())
        .as(
            Say.text(
                "also when interrupted there must be one result for each image",
                "también al interrumpir debe haber un resultado por imagen"))
        .extracting(Result::name)
        .containsExactlyInAnyOrderElementsOf(source.names());
    assertThat(ResumableBatchLabTest.named("img-89", results.get()))
        .as(
            Say.text(
                "after the interrupt new images were begun",
                "tras la interrupción se empezaron imágenes nuevas"))
        .isEqualTo(new Result.Cancelled("img-89"));
    assertThat(source.read)
        .as(
            Say.text(
                "an image that is Cancelled was read all the same",
                "una imagen Cancelled se leyó de todos modos"))
        .doesNotContainAnyElementsOf(
            results.get().stream()
                .filter(Result.Cancelled.class::isInstance)
                .map(Result::name)
                .toList());
    assertThat(sink.open)
        .as(
            Say.text(
                "an upload was left open by the interrupt",
                "la interrupción dejó una subida abierta"))
        .isEmpty();
    assertThat(flag.get())
        .as(
            Say.text(
                "the interrupt flag is lost: set it again before you return",
                "se pierde la marca de interrupción: vuelve a ponerla antes de regresar"))
        .isTrue();
  }

  /** The third image to come interrupts; it and all later ones wait until the caller has reacted. */
  private void interruptThenLetReact(Thread caller) {
    int arrival = begun.getAndIncrement();
    if (arrival == 2) {
      caller.interrupt();
      interrupted = true;
    }
    long deadline = System.nanoTime() + SECONDS.toNanos(arrival == 2 ? 4 : 0) + 20_000_000;
    while (arrival >= 2 && !hasReacted(caller) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(200_000); // not a spin: the caller needs a processor to react
    }
  }

  /** Took note of the interrupt, and waits again: for the work to end. */
  private boolean hasReacted(Thread caller) {
    boolean waits =
        switch (caller.getState()) {
          case WAITING, TIMED_WAITING, TERMINATED -> true;
          case NEW, RUNNABLE, BLOCKED -> false;
        };
    boolean noticed = interrupted && !caller.isInterrupted() && waits;
    return noticed || Thread.currentThread() == caller;
  }
}
