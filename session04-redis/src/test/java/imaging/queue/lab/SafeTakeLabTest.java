package imaging.queue.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import imaging.grader.Check;
import imaging.grader.Say;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.exceptions.JedisException;

/** The checks of L4.1. */
class SafeTakeLabTest extends LabRedis {

  private static final Duration NOW = Duration.ZERO;
  private static final int MORE_THAN_ANY_TAKE_SAYS = 30;

  private SafeTake on(Tap tap) {
    return new SafeTake(tap.client(), keys);
  }

  @Check("L4.1.1")
  void theOldestJobComesFirstAndLiesInTheHands() {
    waiting("a", "b", "c");
    try (Tap tap = tap()) {
      SafeTake take = on(tap);
      List<String> taken = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        taken.add(String.valueOf(take.take("w", Duration.ofMillis(10))));
      }
      assertThat(taken)
          .as(
              Say.text(
                  "a, b, c were pushed in this order; the oldest job must be taken first: producers"
                      + " push on the left",
                  "a, b, c llegaron en este orden; primero se toma el trabajo más antiguo: los"
                      + " productores añaden por la izquierda"))
          .containsExactly("a", "b", "c");
      assertThat(hands("w"))
          .as(
              Say.text(
                  "the hands of the worker after three takes, the latest on the left",
                  "las manos del trabajador después de tres tomas, la última a la izquierda"))
          .containsExactly("c", "b", "a");
      assertThat(take.take("w", Duration.ofMillis(10)))
          .as(Say.text("a take from an empty list", "tomar de una lista vacía"))
          .isNull();
    }
  }

  @Check("L4.1.2")
  void aWorkerThatDiesAtAnyCommandLosesNoJob() {
    for (boolean afterwards : new boolean[] {false, true}) {
      for (int command = 1; command <= MORE_THAN_ANY_TAKE_SAYS; command++) {
        newKeys();
        waiting("job");
        if (!takeDiesAt(command, afterwards)) {
          break;
        }
        List<String> found = new ArrayList<>(waiting());
        for (String worker : redis.smembers(keys.workers())) {
          found.addAll(hands(worker));
        }
        assertThat(found)
            .as(
                Say.text(
                    "the worker died at command %d of its take: after that the job must be in exactly"
                        + " one place, the waiting list or the hands of a worker in the set of workers",
                    "el trabajador murió en la orden %d de su toma: después el trabajo debe estar en"
                        + " un solo sitio, la lista de espera o las manos de un trabajador del"
                        + " conjunto de trabajadores",
                    command))
            .containsExactly("job");
      }
    }
  }

  private boolean takeDiesAt(int command, boolean afterwards) {
    try (Tap tap = tap()) {
      tap.dieAt(command, afterwards);
      try {
        on(tap).take("w", Duration.ofMillis(50));
      } catch (JedisException e) {
        assertThat(tap.died()).as("%s", e).isTrue();
      }
      return tap.died();
    }
  }

  @Check("L4.1.3")
  void redisDoesTheWaitingAndNotForEver() {
    try (Tap tap = tap()) {
      SafeTake take = on(tap);
      for (Duration wait : List.of(NOW, Duration.ofMillis(20))) {
        try {
          assertThat(take.take("w", wait))
              .as(Say.text("a take from an empty list", "tomar de una lista vacía"))
              .isNull();
        } catch (JedisException e) {
          fail(
              Say.text(
                  "a take that waits %d ms never came back: a timeout of 0 makes Redis wait for ever"
                      + " (and Redis 6.2 takes 0.001 seconds for 0)",
                  "una toma con espera de %d ms no volvió nunca: con un límite de 0 Redis espera"
                      + " para siempre (y Redis 6.2 toma 0.001 segundos por 0)",
                  wait.toMillis()),
              e);
        }
      }
      tap.forget();
      take.take("w", Duration.ofMillis(600));
      assertThat(tap.commands())
          .as(
              Say.text(
                  "a take that waited 600 ms asked Redis again and again instead of letting it wait",
                  "una toma que esperó 600 ms preguntó a Redis una y otra vez en lugar de dejar que"
                      + " esperara él"))
          .hasSizeLessThanOrEqualTo(6);
    }
  }

  @Check("L4.1.4")
  void lostWorkersGiveBackEachJobOnceAndInOrder() {
    for (boolean afterwards : new boolean[] {false, true}) {
      for (int command = 1; command <= MORE_THAN_ANY_TAKE_SAYS; command++) {
        newKeys();
        waiting("later");
        holds("lost", "a", "b", "c");
        holds("alive", "x");
        boolean died = takeBackDiesAt(command, afterwards);
        try (Tap next = tap()) {
          on(next).takeBack("lost"::equals);
        }
        assertThat(waiting())
            .as(
                Say.text(
                    "the process died at command %d of takeBack and another called it again: each job"
                        + " of the lost worker must wait once, in its order, before the one that came"
                        + " later",
                    "el proceso murió en la orden %d de takeBack y otro la llamó de nuevo: cada trabajo"
                        + " del trabajador perdido debe esperar una sola vez, en su orden, antes del"
                        + " que llegó después",
                    command))
            .containsExactly("a", "b", "c", "later");
        assertThat(hands("lost")).isEmpty();
        assertThat(hands("alive"))
            .as(
                Say.text(
                    "a worker that is not lost keeps its jobs",
                    "un trabajador que no se ha perdido conserva sus trabajos"))
            .containsExactly("x");
        if (!died) {
          break;
        }
      }
    }
    countsAndNeverAsksForAllKeys();
  }

  private boolean takeBackDiesAt(int command, boolean afterwards) {
    try (Tap tap = tap()) {
      tap.dieAt(command, afterwards);
      try {
        on(tap).takeBack("lost"::equals);
      } catch (JedisException e) {
        assertThat(tap.died()).as("%s", e).isTrue();
      }
      return tap.died();
    }
  }

  private void countsAndNeverAsksForAllKeys() {
    newKeys();
    holds("lost-1", "a", "b");
    holds("lost-2", "c");
    try (Tap tap = tap()) {
      assertThat(on(tap).takeBack(name -> true))
          .as(Say.text("how many were given back", "cuántos se devolvieron"))
          .isEqualTo(3);
      assertThat(tap.commands())
          .as(
              Say.text(
                  "KEYS walks all keys of Redis and stops everybody meanwhile: the set of workers"
                      + " knows the names",
                  "KEYS recorre todas las claves de Redis y mientras tanto detiene a todos: el"
                      + " conjunto de trabajadores conoce los nombres"))
          .doesNotContain("KEYS", "SCAN");
    }
  }
}
