package imaging.monitoring.lab;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.grader.Check;
import imaging.grader.Say;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class LeaseBookLabTest {

  private static final Duration LEASE = Duration.ofSeconds(30);

  /** A clock that overflows while the check runs, as nanoTime may. */
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - LEASE.toNanos() / 2);

  private final LeaseBook book = new LeaseBook(LEASE, nanos::get);

  @Check("L5.1.1")
  void beatsKeepAWorkerAliveAndSilenceEndsIt() {
    long life = book.register("ada");
    assertThat(book.isAlive("ada"))
        .as(Say.text("registering is the first beat", "registrarse es el primer latido"))
        .isTrue();
    assertThat(book.isAlive("bob"))
        .as(
            Say.text(
                "nobody has heard of bob: unknown is not alive",
                "nadie ha oído hablar de bob: un desconocido no está vivo"))
        .isFalse();
    for (int i = 1; i <= 3; i++) {
      pass(LEASE.minusNanos(1));
      assertThat(book.isAlive("ada"))
          .as(
              Say.text(
                  "silent for less than the lease is alive, however large the numbers of the clock"
                      + " (compare differences: it overflows; and use the clock you were given)",
                  "un silencio menor que el lease es estar vivo, por grandes que sean los números"
                      + " del reloj (compara diferencias: se desborda; y usa el reloj que recibes)"))
          .isTrue();
      assertThat(book.expired())
          .as(Say.text("nobody is late yet", "todavía nadie llega tarde"))
          .isEmpty();
      assertThat(book.beat("ada", life))
          .as(
              Say.text(
                  "a beat in time renews the lease from now on",
                  "un latido a tiempo renueva el lease desde ahora"))
          .isTrue();
    }
    pass(LEASE);
    assertThat(book.isAlive("ada"))
        .as(
            Say.text(
                "silent for exactly the lease: expired (does your clock move when this one does?)",
                "un silencio de justo el lease: caducado (¿tu reloj avanza cuando avanza este?)"))
        .isFalse();
    assertThat(book.expired())
        .as(Say.text("an expired worker is named", "un worker caducado aparece en la lista"))
        .containsExactly("ada");
  }

  @Check("L5.1.2")
  void aMissedBeatIsNoDeath() {
    long ada = book.register("ada");
    pass(LEASE.dividedBy(3));
    book.register("bob");
    pass(LEASE.dividedBy(3).multipliedBy(2).minusNanos(1));
    assertThat(book.expired())
        .as(
            Say.text(
                "one long pause, still within the lease: a living worker was declared dead",
                "una pausa larga, pero dentro del lease: has dado por muerto a un worker vivo"))
        .isEmpty();
    assertThat(book.beat("ada", ada))
        .as(
            Say.text(
                "it came back in time and may go on", "volvió a tiempo y puede seguir trabajando"))
        .isTrue();
    pass(LEASE);
    assertThat(book.expired())
        .as(
            Say.text(
                "the longest silent comes first: bob beat before ada",
                "primero quien lleva más tiempo callado: bob latió antes que ada"))
        .containsExactly("bob", "ada");
    assertThat(book.expired())
        .as(
            Say.text(
                "who asked may have died before it did anything: an expired worker stays on the list"
                    + " until it is forgotten",
                "quien preguntó pudo morir antes de hacer nada: un worker caducado sigue en la lista"
                    + " hasta que se le olvida"))
        .containsExactly("bob", "ada");
    book.register("ada");
    pass(LEASE.dividedBy(3));
    book.register("bob");
    pass(LEASE);
    assertThat(book.expired())
        .as(
            Say.text(
                "now ada is the longest silent, whatever the names say",
                "ahora es ada quien lleva más tiempo callada, digan lo que digan los nombres"))
        .containsExactly("ada", "bob");
  }

  @Check("L5.1.3")
  void whoWakesTooLateCannotGoOn() {
    long first = book.register("ada");
    pass(LEASE);
    assertThat(book.beat("ada", first))
        .as(
            Say.text(
                "a beat after the lease came too late: others may have the task by now",
                "un latido después del lease llega tarde: quizá otro ya tiene la tarea"))
        .isFalse();
    assertThat(book.isAlive("ada"))
        .as(
            Say.text(
                "a late beat must not raise the dead", "un latido tardío no resucita a un muerto"))
        .isFalse();
    long second = book.register("ada");
    assertThat(book.isAlive("ada"))
        .as(Say.text("registered anew is alive", "registrarse de nuevo es estar vivo"))
        .isTrue();
    assertThat(book.beat("ada", first))
        .as(
            Say.text(
                "the old life beats on: only the newest life counts (fencing)",
                "late una vida anterior: solo cuenta la más nueva (fencing)"))
        .isFalse();
    assertThat(book.beat("bob", second))
        .as(
            Say.text(
                "bob never registered: a beat is no registration",
                "bob nunca se registró: un latido no es un registro"))
        .isFalse();
    assertThat(book.isAlive("bob"))
        .as(Say.text("a beat must not register anybody", "un latido no debe registrar a nadie"))
        .isFalse();
    assertThat(book.register("bob"))
        .as(
            Say.text(
                "each life's number is larger than all before, of any worker",
                "el número de cada vida es mayor que todos los anteriores, de cualquier worker"))
        .isGreaterThan(second);
    assertThat(second)
        .as(
            Say.text(
                "the second life has a larger number", "la segunda vida tiene un número mayor"))
        .isGreaterThan(first);
  }

  @Check("L5.1.4")
  void onlyThatLifeIsForgotten() {
    long first = book.register("ada");
    pass(LEASE);
    long second = book.register("ada");
    assertThat(book.forget("ada", first))
        .as(
            Say.text(
                "a recoverer that comes late buries the old life, not the new one",
                "un recuperador que llega tarde entierra la vida anterior, no la nueva"))
        .isFalse();
    assertThat(book.isAlive("ada"))
        .as(Say.text("the new life goes on", "la vida nueva continúa"))
        .isTrue();
    pass(LEASE);
    assertThat(book.forget("ada", second))
        .as(Say.text("this life ends here", "esta vida termina aquí"))
        .isTrue();
    assertThat(book.expired())
        .as(
            Say.text(
                "forgotten workers are not named any more", "a los olvidados ya no se les nombra"))
        .isEmpty();
    assertThat(book.forget("ada", second))
        .as(Say.text("nothing is left to forget", "ya no queda nada que olvidar"))
        .isFalse();
    assertThat(book.register("ada"))
        .as(
            Say.text(
                "the number of a forgotten life was given out again: two lives share a number",
                "el número de una vida olvidada se repartió otra vez: dos vidas comparten número"))
        .isGreaterThan(second);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
