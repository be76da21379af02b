package imaging.pipelines.lab;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import imaging.grader.Check;
import imaging.grader.Say;
import java.util.List;
import java.util.concurrent.CountDownLatch;
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
  static Result named(String name, List<Result> results) {
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

  private static void await(CountDownLatch latch) {
    try {
      boolean _ = latch.await(3, SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
