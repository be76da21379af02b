package imaging.pipelines.lab;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import imaging.grader.Check;
import imaging.grader.Say;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** L2.3: a batch that a bad image, a bad disk or Ctrl-C cannot break. */
class ResumableBatchLabTest {

  private final InWork inWork = new InWork();
  private final FakeSink sink = new FakeSink(inWork);

  @Check("L2.3.1")
  void resultsHaveTheOrderOfTheSource() {
    FakeSource source = new FakeSource(List.of("late", "b", "a"), inWork);
    CountDownLatch othersDone = new CountDownLatch(2);
    Hook lateFirst =
        new Hook(
            image -> {
              if (image == 0) {
                await(othersDone);
              } else {
                othersDone.countDown();
              }
            });
    List<Result> results = ResumableBatch.run(source, lateFirst, sink, 2);
    assertThat(results)
        .as(
            Say.text(
                "the order must be that of source.names(), not that of finishing or the alphabet",
                "el orden debe ser el de source.names(), no el de llegada ni el alfabético"))
        .containsExactly(new Result.Done("late"), new Result.Done("b"), new Result.Done("a"));
    assertThat(List.of(sink.pixel("late"), sink.pixel("b"), sink.pixel("a")))
        .as(
            Say.text(
                "each result must hold its own image",
                "cada resultado debe contener su propia imagen"))
        .containsExactly(0, 1, 2);
    assertThat(ResumableBatch.run(new FakeSource(List.of(), inWork), lateFirst, sink, 2))
        .as(Say.text("no images, no results", "sin imágenes no hay resultados"))
        .isEmpty();
  }

  @Check("L2.3.2")
  void oneBadImageIsNotTheEndOfTheBatch() {
    FakeSource source = new FakeSource(FakeSource.numbered(6), inWork);
    source.broken.add("img-01");
    sink.failWrite.add("img-03");
    sink.failCommit.add("img-04");
    sink.failAbort.add("img-04");
    Hook failsOnTwo =
        new Hook(
            image -> {
              if (image == 2) {
                throw new ArithmeticException("cannot filter img-02");
              }
            });
    AtomicReference<List<Result>> results = new AtomicReference<>(List.of());
    Throwable thrown =
        catchThrowable(() -> results.set(ResumableBatch.run(source, failsOnTwo, sink, 2)));
    assertThat(thrown)
        .as(
            Say.text(
                "one bad image ends the whole batch", "una imagen mala acaba con todo el lote"))
        .isNull();
    assertThat(results.get())
        .as(
            Say.text(
                "all six images must be in the results",
                "las seis imágenes deben estar en los resultados"))
        .hasSize(6);
    assertThat(results.get())
        .as(
            Say.text(
                "the good images must be done in spite of the bad ones",
                "las imágenes buenas deben hacerse a pesar de las malas"))
        .contains(new Result.Done("img-00"), new Result.Done("img-05"));
    assertFailed(named("img-01", results.get()), "cannot read img-01");
    assertFailed(named("img-02", results.get()), "cannot filter img-02");
    assertFailed(named("img-03", results.get()), "cannot write img-03");
    assertFailed(named("img-04", results.get()), "cannot commit img-04");
  }

  /** By name: the order is judged by the first check alone. */
  private static Result named(String name, List<Result> results) {
    return results.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private static void assertFailed(Result result, String reason) {
    assertThat(result)
        .as(
            Say.text(
                "what could not be done must be Failed: %s",
                "lo que no se pudo hacer debe ser Failed: %s", reason))
        .isInstanceOf(Result.Failed.class);
    assertThat(((Result.Failed) result).reason())
        .as(
            Say.text(
                "the reason must be the first failure's own message, not a later one",
                "el motivo debe ser el mensaje del primer fallo, no el de otro posterior"))
        .contains(reason);
  }

  @Check("L2.3.3")
  void nothingHalfWrittenStays() {
    FakeSource source = new FakeSource(FakeSource.numbered(4), inWork);
    sink.failWrite.add("img-01");
    sink.failCommit.add("img-02");
    ResumableBatch.run(source, new Hook(_ -> {}), sink, 2);
    assertThat(sink.committed)
        .as(
            Say.text(
                "a half-written output was committed, or a whole one was not",
                "se confirmó una salida a medio escribir, o no se confirmó una completa"))
        .containsExactly("img-00", "img-03");
    assertThat(sink.open)
        .as(
            Say.text(
                "uploads were left open: one that fails must be aborted",
                "quedaron subidas abiertas: la que falla se debe abortar"))
        .isEmpty();
    assertThat(sink.exists("img-01") || sink.exists("img-02"))
        .as(
            Say.text(
                "half an image stays in the sink: abort it",
                "media imagen se queda en el destino: abórtala"))
        .isFalse();
  }

  @Check("L2.3.4")
  void aSecondRunDoesOnlyWhatIsMissing() {
    FakeSource source = new FakeSource(FakeSource.numbered(3), inWork);
    sink.hold("img-00", true);
    sink.hold("img-01", false);
    List<Result> results = ResumableBatch.run(source, new Hook(_ -> {}), sink, 1);
    assertThat(results)
        .as(
            Say.text(
                "half an output is not an output: do it again, skip only what is committed",
                "media salida no es una salida: repítela, salta solo lo confirmado"))
        .containsExactly(
            new Result.Skipped("img-00"), new Result.Done("img-01"), new Result.Done("img-02"));
    assertThat(source.read)
        .as(Say.text("what is skipped must not even be read", "lo que se salta no se debe ni leer"))
        .containsExactly("img-01", "img-02");
    assertThat(sink.pixel("img-00"))
        .as(Say.text("a complete result was written again", "se reescribió un resultado completo"))
        .isEqualTo(1_000);
  }

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
    Hook interrupts = new Hook(image -> interruptThenLetReact(image, caller.get()));
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
    assertThat(named("img-89", results.get()))
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

  /** The third image interrupts; from then on each waits until the caller has had time to react. */
  private static void interruptThenLetReact(int image, Thread caller) {
    if (image == 2) {
      caller.interrupt();
    }
    long deadline = System.nanoTime() + SECONDS.toNanos(image == 2 ? 2 : 0) + 20_000_000;
    while (image >= 2 && !hasReacted(caller) && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
  }

  /** Took note of the interrupt, and waits again: for the work to end. */
  private static boolean hasReacted(Thread caller) {
    boolean waits =
        switch (caller.getState()) {
          case WAITING, TIMED_WAITING, TERMINATED -> true;
          case NEW, RUNNABLE, BLOCKED -> false;
        };
    return !caller.isInterrupted() && waits || Thread.currentThread() == caller;
  }

  private static void await(CountDownLatch latch) {
    try {
      boolean _ = latch.await(3, SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
