package imaging.monitoring.lab;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.grader.Check;
import imaging.grader.Say;
import imaging.monitoring.lab.RetryDesk.DeadLetter;
import imaging.monitoring.lab.RetryDesk.Rules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

class RetryDeskLabTest {

  private static final Rules RULES = new Rules(3, Duration.ofSeconds(1), Duration.ofSeconds(60));

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE / 2);
  private final RetryDesk desk = desk(RULES);

  private RetryDesk desk(Rules rules) {
    return new RetryDesk(rules, nanos::get, new Random(5));
  }

  @Check("L5.3.1")
  void theCeilingDoublesUpToTheLongest() {
    assertThat(desk.ceiling(1))
        .as(
            Say.text(
                "after the first failure: the first ceiling, not yet doubled",
                "tras el primer fallo: el primer techo, aún sin doblar"))
        .isEqualTo(Duration.ofSeconds(1));
    assertThat(LongStream.rangeClosed(2, 6).map(n -> desk.ceiling((int) n).toSeconds()))
        .as(Say.text("each failure doubles the ceiling", "cada fallo dobla el techo"))
        .containsExactly(2L, 4L, 8L, 16L, 32L);
    for (int failures : new int[] {7, 31, 32, 33, 40, 63, 64, 65, 66, 1_000, Integer.MAX_VALUE}) {
      assertThat(desk.ceiling(failures))
          .as(
              Say.text(
                  "after %d failures the ceiling is the longest pause (did a number overflow?)",
                  "tras %d fallos el techo es la pausa máxima (¿se ha desbordado un número?)",
                  failures))
          .isEqualTo(Duration.ofSeconds(60));
    }
    RetryDesk odd = desk(new Rules(9, Duration.ofNanos(100), Duration.ofNanos(201)));
    assertThat(odd.ceiling(2))
        .as(
            Say.text(
                "twice 100 is below the longest, 201", "el doble de 100 está por debajo de 201"))
        .isEqualTo(Duration.ofNanos(200));
    assertThat(odd.ceiling(3))
        .as(Say.text("400 is too long: 201", "400 es demasiado: 201"))
        .isEqualTo(Duration.ofNanos(201));
    assertThat(desk(new Rules(9, Duration.ofSeconds(90), Duration.ofSeconds(60))).ceiling(1))
        .as(
            Say.text(
                "the longest pause holds for the first one too",
                "la pausa máxima vale también para la primera"))
        .isEqualTo(Duration.ofSeconds(60));
  }

  @Check("L5.3.2")
  void pausesAreSpreadFromZeroToTheCeiling() {
    for (int failures : new int[] {1, 4}) {
      double ceiling = Duration.ofSeconds(1L << failures - 1).toNanos();
      LongSummaryStatistics pauses =
          LongStream.range(0, 4_000).map(i -> desk.pause(failures).toNanos()).summaryStatistics();
      assertThat(pauses.getMin())
          .as(
              Say.text(
                  "no jitter, or not all of it: tasks that failed together come back together"
                      + " (pauses must begin at zero, and never below)",
                  "sin jitter, o solo en parte: las tareas que fallaron juntas vuelven juntas (las"
                      + " pausas empiezan en cero, nunca por debajo)"))
          .isBetween(0L, (long) (0.02 * ceiling));
      assertThat((double) pauses.getMax())
          .as(
              Say.text(
                  "pauses reach up to the ceiling and never above it",
                  "las pausas llegan hasta el techo y nunca lo superan"))
          .isBetween(0.98 * ceiling, ceiling);
      assertThat(pauses.getAverage())
          .as(
              Say.text(
                  "drawn evenly, the mean is half the ceiling",
                  "repartidas por igual, la media es la mitad del techo"))
          .isBetween(0.46 * ceiling, 0.54 * ceiling);
    }
  }

  @Check("L5.3.3")
  void aFailedTaskComesBackWhenItsTimeHasCome() {
    nanos.set(Long.MAX_VALUE / 2);
    comesBackInOrder(desk(new Rules(3, Duration.ofSeconds(1), Duration.ofSeconds(60))));
    nanos.set(Long.MAX_VALUE - Duration.ofSeconds(1).toNanos() / 2);
    comesBackInOrder(desk(new Rules(3, Duration.ofSeconds(1), Duration.ofSeconds(60))));
  }

  /** Draws from the same seed tell when each task is due, however the answer draws. */
  private void comesBackInOrder(RetryDesk fresh) {
    for (int i = 0; i < 20; i++) {
      fresh.failed("t" + i, "busy");
    }
    LongSummaryStatistics each = new LongSummaryStatistics();
    List<String> order = new ArrayList<>();
    for (int millis = 0; millis <= 1_000; millis++) {
      List<String> due = fresh.takeDue();
      each.accept(due.size());
      order.addAll(due);
      nanos.addAndGet(1_000_000);
    }
    assertThat(order)
        .as(
            Say.text(
                "within a second each of 20 failed tasks comes back, and comes back once (compare"
                    + " differences: the clock overflows)",
                "en un segundo vuelve cada una de las 20 tareas fallidas, y una sola vez (compara"
                    + " diferencias: el reloj se desborda)"))
        .hasSize(20)
        .doesNotHaveDuplicates();
    assertThat(each.getMax())
        .as(
            Say.text(
                "not before its time: 20 tasks, 1,000 milliseconds, and %d came at once",
                "nunca antes de su hora: 20 tareas, 1.000 milisegundos, y %d volvieron a la vez",
                each.getMax()))
        .isLessThan(5);
    assertThat(order)
        .as(
            Say.text(
                "the order is that of the pauses, not that of the failures",
                "el orden es el de las pausas, no el de los fallos"))
        .isNotEqualTo(order.stream().sorted().toList())
        .isEqualTo(orderAtOnce());
  }

  /** The same tasks, same seed, all taken in one go: the earliest must come first there too. */
  private List<String> orderAtOnce() {
    nanos.set(Long.MAX_VALUE / 2 - Duration.ofMillis(750).toNanos());
    RetryDesk again = desk(new Rules(3, Duration.ofSeconds(1), Duration.ofSeconds(60)));
    for (int i = 0; i < 20; i++) {
      again.failed("t" + i, "busy");
    }
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    return again.takeDue();
  }

  @Check("L5.3.4")
  void attemptsAreCountedUntilTheTaskIsDead() {
    failAndTake("poison", "worker lost");
    desk.failed("other", "busy");
    failAndTake("poison", "too slow");
    assertThat(desk.deadLetters())
        .as(
            Say.text(
                "two failures of three allowed attempts: not dead yet",
                "dos fallos de tres intentos permitidos: todavía no está muerta"))
        .isEmpty();
    desk.failed("poison", "not an image");
    assertThat(desk.deadLetters())
        .as(
            Say.text(
                "the third failure of three attempts is the end, with the last reason: a poison"
                    + " task must not be tried for ever (was the counter reset when it came back?)",
                "el tercer fallo de tres intentos es el final, con el último motivo: una tarea"
                    + " venenosa no se reintenta para siempre (¿se reinició el contador al volver?)"))
        .containsExactly(new DeadLetter("poison", 3, "not an image"));
    pass(RULES.longest());
    assertThat(desk.takeDue())
        .as(
            Say.text(
                "a dead task is not due any more; the tasks of others go on",
                "una tarea muerta ya no vuelve; las de los demás siguen"))
        .doesNotContain("poison");
    desk.done("other");
    failAndTake("other", "busy");
    failAndTake("other", "busy");
    assertThat(desk.deadLetters())
        .as(
            Say.text(
                "what was done is forgotten: a later task of that name has all its attempts",
                "lo terminado se olvida: una tarea posterior con ese nombre tiene todos sus intentos"))
        .hasSize(1);
    desk.failed("other", "gone");
    assertThat(desk.deadLetters())
        .as(Say.text("in the order in which they died", "en el orden en que murieron"))
        .extracting(DeadLetter::task)
        .containsExactly("poison", "other");
  }

  @Check("L5.3.5")
  void aStopIsNobodysFailure() {
    failAndTake("in hand", "busy");
    failAndTake("in hand", "busy");
    desk.gaveBack("in hand");
    assertThat(desk.deadLetters())
        .as(
            Say.text(
                "the worker stopped: that is no failed attempt",
                "el worker se paró: eso no es un intento fallido"))
        .isEmpty();
    assertThat(desk.takeDue())
        .as(
            Say.text(
                "a shutdown dropped the task in hand, or made it wait: it is due at once",
                "un apagado perdió la tarea que tenía en la mano, o la hizo esperar: vuelve al"
                    + " instante"))
        .containsExactly("in hand");
    desk.failed("in hand", "busy");
    assertThat(desk.deadLetters())
        .as(
            Say.text(
                "giving back keeps the attempts as they were: this was the third failure",
                "devolver deja los intentos como estaban: este era el tercer fallo"))
        .hasSize(1);
  }

  @Check("L5.3.6")
  void aReplayedTaskBeginsAnew() {
    dies("a");
    dies("b");
    assertThat(desk.replay("c"))
        .as(Say.text("only the dead can be replayed", "solo se puede repetir lo muerto"))
        .isFalse();
    assertThat(desk.replay("a"))
        .as(Say.text("a is dead: it can be replayed", "a está muerta: se puede repetir"))
        .isTrue();
    assertThat(desk.replay("a"))
        .as(
            Say.text(
                "a second press of the button must not make the task wait twice",
                "pulsar el botón otra vez no debe hacer esperar la tarea dos veces"))
        .isFalse();
    assertThat(desk.deadLetters())
        .as(Say.text("b stays dead, a does not", "b sigue muerta, a no"))
        .extracting(DeadLetter::task)
        .containsExactly("b");
    assertThat(desk.takeDue())
        .as(Say.text("replayed is due at once, once", "lo repetido vuelve al instante, una vez"))
        .containsExactly("a");
    failAndTake("a", "busy");
    failAndTake("a", "busy");
    assertThat(desk.deadLetters())
        .as(
            Say.text(
                "a replayed task has all its attempts again: it died too early",
                "una tarea repetida tiene de nuevo todos sus intentos: murió demasiado pronto"))
        .hasSize(1);
  }

  private void dies(String task) {
    failAndTake(task, "bad");
    failAndTake(task, "bad");
    desk.failed(task, "bad");
  }

  private void failAndTake(String task, String reason) {
    desk.failed(task, reason);
    pass(RULES.longest());
    desk.takeDue();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
