package imaging.workers.lab;

import static imaging.workers.lab.Aside.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import imaging.filters.Pixels;
import imaging.grader.Check;
import imaging.grader.Say;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

class AsyncFilterLabTest {

  private final SteeredFilter filter = new SteeredFilter();

  @Check("L3.2.1")
  void theFutureGivesTheFilteredPixels() {
    filter.open(1);
    AsyncFilter async = new AsyncFilter(filter, 1);
    Pixels source = pixels(41);

    Aside<Future<Pixels>> submit = Aside.start(() -> async.submit(source));
    Aside<Pixels> result = resultOf(submit);

    assertThat(result.value())
        .as(
            Say.text(
                "the future must give the pixels that the filter wrote",
                "el future debe dar los píxeles que escribió el filtro"))
        .isNotNull();
    assertThat(result.value().argb())
        .as(
            Say.text(
                "the result must be what the filter wrote, in the size of the source",
                "el resultado debe ser lo que escribió el filtro, con el tamaño del original"))
        .containsExactly(42, 42);
    assertThat(source.argb())
        .as(
            Say.text(
                "the source was changed: the filter needs another array as its target",
                "el original cambió: el filtro necesita otro array como destino"))
        .containsExactly(41, 41);
  }

  @Check("L3.2.2")
  void neverMoreThanTheLimitAreInWork() {
    AsyncFilter async = new AsyncFilter(filter, 3);
    for (int i = 0; i < 3; i++) {
      Aside<Future<Pixels>> submit = Aside.start(() -> async.submit(pixels(0)));
      assertThat(eventually(submit::isDone))
          .as(
              Say.text(
                  "submit waited although a place was free: it must start the work and return,"
                      + " without waiting for the result",
                  "submit esperó aunque había sitio libre: debe iniciar el trabajo y volver, sin"
                      + " esperar el resultado"))
          .isTrue();
    }
    assertThat(eventually(() -> filter.entered() == 3))
        .as(
            Say.text(
                "three places, but only %d images in work at once",
                "tres sitios, pero solo %d imágenes en curso a la vez", filter.entered()))
        .isTrue();

    Aside<Future<Pixels>> fourth = Aside.start(() -> async.submit(pixels(0)));
    eventually(() -> fourth.isDone() || fourth.isParked());
    assertThat(fourth.isDone())
        .as(
            Say.text(
                "all places were taken, and submit accepted one more: it must wait for a place"
                    + " before it accepts, or images pile up in memory",
                "todos los sitios estaban ocupados y submit aceptó otra imagen: debe esperar sitio"
                    + " antes de aceptar, o las imágenes se acumulan en memoria"))
        .isFalse();

    filter.open(1);
    assertThat(eventually(fourth::isDone))
        .as(
            Say.text(
                "one image was done, and submit still waits: its place was not given back",
                "una imagen terminó y submit sigue esperando: su sitio no se devolvió"))
        .isTrue();
    filter.open(3);
    assertThat(eventually(() -> filter.entered() == 4))
        .as(Say.text("each image must be filtered", "cada imagen debe filtrarse"))
        .isTrue();
    assertThat(filter.mostAtOnce())
        .as(
            Say.text(
                "more images in work at once than the limit allows",
                "más imágenes en curso a la vez de las que permite el límite"))
        .isEqualTo(3);
  }

  @Check("L3.2.3")
  void aFailedImageGivesItsPlaceBack() {
    AsyncFilter async = new AsyncFilter(filter, 1);
    filter.open(3);
    for (Throwable failure :
        new Throwable[] {new IllegalStateException("x"), new StackOverflowError()}) {
      filter.failWith(failure);
      Aside<Future<Pixels>> submit = Aside.start(() -> async.submit(pixels(0)));
      assertPlaceFree(submit);
      assertThat(resultOf(submit).outcome())
          .as(
              Say.text(
                  "the filter failed, so the future must fail with what it threw",
                  "el filtro falló, así que el future debe fallar con lo que lanzó"))
          .isSameAs(failure);
    }
    filter.failWith(null);
    assertPlaceFree(Aside.start(() -> async.submit(pixels(0))));
  }

  private static void assertPlaceFree(Aside<Future<Pixels>> submit) {
    assertThat(eventually(submit::isDone))
        .as(
            Say.text(
                "the place of a failed image leaked: give it back in `finally`, whatever the"
                    + " filter throws",
                "se perdió el sitio de una imagen que falló: devuélvelo en `finally`, lance lo que"
                    + " lance el filtro"))
        .isTrue();
  }

  @Check("L3.2.4")
  void noTwoImagesShareABuffer() {
    AsyncFilter async = new AsyncFilter(filter, 2);
    Aside<Future<Pixels>> one = Aside.start(() -> async.submit(pixels(10)));
    eventually(() -> filter.entered() == 1);
    Aside<Future<Pixels>> two = Aside.start(() -> async.submit(pixels(20)));
    eventually(() -> filter.entered() == 2);
    filter.open(3);
    Aside<Pixels> first = resultOf(one);
    Aside<Pixels> second = resultOf(two);
    Aside<Pixels> third = resultOf(Aside.start(() -> async.submit(pixels(30))));

    assertThat(Stream.of(first, second, third).map(AsyncFilterLabTest::firstPixel))
        .as(
            Say.text(
                "one image has pixels of another: two tasks wrote to the same array. Make a new"
                    + " target for each image",
                "una imagen tiene píxeles de otra: dos tareas escribieron en el mismo array. Crea"
                    + " un destino nuevo para cada imagen"))
        .containsExactly(11, 21, 31);
  }

  @Check("L3.2.5")
  void anInterruptedSubmitStartsNothingAndKeepsTheLimit() {
    AsyncFilter async = new AsyncFilter(filter, 1);
    Aside<Future<Pixels>> running = Aside.start(() -> async.submit(pixels(0)));
    eventually(() -> filter.entered() == 1);
    Aside<Future<Pixels>> waiting = Aside.start(() -> async.submit(pixels(0)));
    eventually(() -> waiting.isDone() || waiting.isParked());

    waiting.interrupt();
    assertThat(eventually(waiting::isDone) ? waiting.outcome() : "waits")
        .as(
            Say.text(
                "the interrupt was swallowed: a submit that waits for a place must end with"
                    + " InterruptedException",
                "la interrupción se perdió: un submit que espera sitio debe acabar con"
                    + " InterruptedException"))
        .isInstanceOf(InterruptedException.class);

    Aside<Future<Pixels>> next = Aside.start(() -> async.submit(pixels(0)));
    eventually(() -> next.isDone() || next.isParked());
    assertThat(next.isDone())
        .as(
            Say.text(
                "a submit that never got a place gave one back: now more than the limit can run",
                "un submit que no llegó a tener sitio devolvió uno: ahora caben más que el límite"))
        .isFalse();
    filter.open(2);
    assertThat(eventually(() -> running.isDone() && next.isDone() && filter.entered() == 2))
        .as(
            Say.text(
                "an interrupted submit must start nothing, and the others must go on",
                "un submit interrumpido no debe iniciar nada, y los demás deben seguir"))
        .isTrue();
  }

  @Check("L3.2.6")
  void closeWaitsForWhatWasAcceptedAndAcceptsNothingMore() {
    AsyncFilter async = new AsyncFilter(filter, 1);
    Aside<Future<Pixels>> running = Aside.start(() -> async.submit(pixels(1)));
    eventually(() -> filter.entered() == 1);
    Aside<Void> closer = closed(async);
    eventually(() -> closer.isDone() || closer.isParked());
    assertThat(closer.isDone())
        .as(
            Say.text(
                "close returned while an image was still in work: wait for it",
                "close volvió con una imagen todavía en curso: espera a que termine"))
        .isFalse();

    filter.open(1);
    assertThat(eventually(closer::isDone))
        .as(
            Say.text(
                "everything was done, and close still waits",
                "todo estaba hecho y close sigue esperando"))
        .isTrue();
    assertThat(firstPixel(resultOf(running)))
        .as(
            Say.text(
                "what was accepted before close must be finished, not cancelled",
                "lo aceptado antes de close debe terminarse, no cancelarse"))
        .isEqualTo(2);
    for (int i = 0; i < 2; i++) {
      Aside<Future<Pixels>> late = Aside.start(() -> async.submit(pixels(1)));
      assertThat(eventually(late::isDone) ? late.outcome() : "waits")
          .as(
              Say.text(
                  "after close, each submit must be refused at once with"
                      + " RejectedExecutionException",
                  "después de close, cada submit debe rechazarse al momento con"
                      + " RejectedExecutionException"))
          .isInstanceOf(RejectedExecutionException.class);
    }
  }

  private static Object firstPixel(Aside<Pixels> result) {
    return result.value() == null ? "no result" : result.value().argb()[0];
  }

  /** The result, or what the filter threw, once the future has it (or 3 seconds have passed). */
  private static Aside<Pixels> resultOf(Aside<Future<Pixels>> submit) {
    Aside<Pixels> result = Aside.start(() -> submit.await().get());
    eventually(result::isDone);
    return result;
  }

  private static Aside<Void> closed(AsyncFilter async) {
    return Aside.start(
        () -> {
          async.close();
          return null;
        });
  }

  private static Pixels pixels(int value) {
    return new Pixels(2, 1, new int[] {value, value});
  }
}
