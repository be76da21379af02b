package imaging.workers.lab;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.grader.Check;
import imaging.grader.Say;
import imaging.workers.lab.HealthBoard.Answer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

class HealthBoardLabTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Answer OK = new Answer(200, "ok");

  private final AtomicLong nanos = new AtomicLong();

  @Check("L3.3.1")
  void readyFromStartToDrain() {
    HealthBoard board = board(() -> true);

    assertThat(board.answer("/readyz"))
        .as(
            Say.text(
                "a worker that has not started is not ready",
                "un worker que no ha arrancado no está listo"))
        .isEqualTo(new Answer(503, "starting"));
    board.started();
    assertThat(board.answer("/readyz"))
        .as(
            Say.text(
                "started, and the queue answers: ready",
                "arrancado y con la cola accesible: listo"))
        .isEqualTo(OK);
    board.draining();
    board.started();
    assertThat(board.answer("/readyz"))
        .as(
            Say.text(
                "a worker that drains is not ready, and never becomes ready again",
                "un worker que se está vaciando no está listo, y ya no vuelve a estarlo"))
        .isEqualTo(new Answer(503, "draining"));
    assertThat(board.answer("/healthz"))
        .as(
            Say.text(
                "draining is no illness: a restart now would lose the grace period",
                "vaciarse no es estar enfermo: reiniciar ahora quitaría el periodo de gracia"))
        .isEqualTo(OK);
    assertThat(board.answer("/metrics"))
        .as(Say.text("any other path is not found", "cualquier otra ruta no existe"))
        .isEqualTo(new Answer(404, "not found"));
  }

  @Check("L3.3.2")
  void aLostQueueIsAMatterOfReadinessOnly() {
    AtomicInteger asked = new AtomicInteger();
    BooleanSupplier lost =
        () -> {
          asked.incrementAndGet();
          return false;
        };
    HealthBoard board = board(lost);
    board.started();

    assertThat(board.answer("/healthz"))
        .as(
            Say.text(
                "liveness depends on the queue: Redis away for a minute would restart every worker",
                "la liveness depende de la cola: un minuto sin Redis reiniciaría todos los workers"))
        .isEqualTo(OK);
    assertThat(asked)
        .as(
            Say.text(
                "liveness must not even ask the queue: the question may hang",
                "la liveness ni siquiera debe preguntar a la cola: la pregunta puede quedarse"
                    + " colgada"))
        .hasValue(0);
    assertThat(board.answer("/readyz"))
        .as(
            Say.text(
                "without its queue a worker is not ready", "sin su cola un worker no está listo"))
        .isEqualTo(new Answer(503, "queue unreachable"));
    assertThat(answerOfABoardWhoseQueueThrows())
        .as(
            Say.text(
                "a queue that throws is a queue that cannot be reached, not a reason to throw",
                "una cola que lanza es una cola inaccesible, no un motivo para lanzar"))
        .isEqualTo(new Answer(503, "queue unreachable"));
  }

  private Object answerOfABoardWhoseQueueThrows() {
    HealthBoard board =
        board(
            () -> {
              throw new IllegalStateException("connection refused");
            });
    board.started();
    try {
      return board.answer("/readyz");
    } catch (RuntimeException e) {
      return e;
    }
  }

  @Check("L3.3.3")
  void aLoopThatNoLongerGoesRoundIsNotAlive() {
    nanos.set(Long.MAX_VALUE - LIMIT.toNanos() / 2); // overflows while the check runs
    HealthBoard board = board(() -> true);
    assertThat(board.answer("/healthz"))
        .as(
            Say.text(
                "a worker that has just begun is alive (compare differences of a nano clock, it"
                    + " overflows)",
                "un worker recién creado está vivo (compara diferencias del reloj, que se"
                    + " desborda)"))
        .isEqualTo(OK);
    pass(LIMIT);
    assertThat(board.answer("/healthz"))
        .as(
            Say.text(
                "exactly the limit is still alive, counted from the constructor as long as the loop"
                    + " has not gone round",
                "justo el límite sigue vivo, contado desde el constructor mientras el bucle no haya"
                    + " dado una vuelta"))
        .isEqualTo(OK);
    pass(Duration.ofNanos(1));
    assertThat(board.answer("/healthz"))
        .as(
            Say.text(
                "the loop did not go round for longer than the limit: liveness must fail",
                "el bucle no dio vueltas durante más del límite: la liveness debe fallar"))
        .isEqualTo(new Answer(503, "stuck"));
    board.turned();
    pass(LIMIT);
    assertThat(board.answer("/healthz"))
        .as(
            Say.text(
                "the loop went round again: the time counts from its last turn",
                "el bucle volvió a dar una vuelta: el tiempo cuenta desde la última"))
        .isEqualTo(OK);
  }

  private HealthBoard board(BooleanSupplier queueReachable) {
    return new HealthBoard(LIMIT, nanos::get, queueReachable);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
