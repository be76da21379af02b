package imaging.monitoring.lab;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.grader.Check;
import imaging.grader.Say;
import imaging.monitoring.lab.LostTaskStore.Held;
import imaging.monitoring.lab.LostTaskStore.Move;
import imaging.monitoring.lab.LostTaskStore.Place;
import java.util.function.Supplier;

class LostTasksLabTest {

  private static final int ATTEMPTS = 3;

  @Check("L5.2.1")
  void aLostWorkersTasksWaitAgain() {
    SteppedStore store = new SteppedStore();
    store.worker("alive", true, new Held("own", 0));
    store.worker("lost", false, new Held("old", 0), new Held("young", 1));
    store.worker("idle", false);
    store.worker("lost too", false, new Held("third", 0));

    int moved = new LostTasks(store.seenThrough(() -> {}), ATTEMPTS).recover();

    assertThat(store.heldBy("alive"))
        .as(
            Say.text(
                "the task of a worker that is alive was taken from it",
                "le has quitado la tarea a un worker que está vivo"))
        .containsExactly("own");
    assertThat(store.moved)
        .as(
            Say.text(
                "each task of a lost worker waits again, oldest first, with one attempt more than"
                    + " before (losing a worker is a failed attempt; the counter is never reset)",
                "cada tarea de un worker perdido vuelve a esperar, la más antigua primero, con un"
                    + " intento más que antes (perder al worker es un intento fallido; el contador"
                    + " nunca se reinicia)"))
        .containsExactly(
            new Move("old", Place.PENDING, 1),
            new Move("young", Place.PENDING, 2),
            new Move("third", Place.PENDING, 1));
    assertThat(moved).as(Say.text("how many were moved", "cuántas se movieron")).isEqualTo(3);
    assertThat(store.heldBy("lost"))
        .as(Say.text("nothing is left with the lost worker", "al worker perdido no le queda nada"))
        .isEmpty();
  }

  @Check("L5.2.2")
  void everyOrderOfTwoRecoverersMovesEachTaskOnce() {
    SteppedStore[] current = new SteppedStore[1];
    Interleaving.all(
        () -> {
          SteppedStore store = new SteppedStore();
          store.worker("lost", false, new Held("one", 0), new Held("two", 0));
          current[0] = store;
          return step -> recovering(store, step);
        },
        outcome -> {
          assertThat(current[0].moved)
              .as(
                  Say.text(
                      "in the order %s of the steps of A and B a task was moved twice, or was lost",
                      "en el orden %s de los pasos de A y B una tarea se movió dos veces, o se"
                          + " perdió",
                      outcome.order()))
              .containsExactlyInAnyOrder(
                  new Move("one", Place.PENDING, 1), new Move("two", Place.PENDING, 1));
          assertThat(outcome.movedByA() + outcome.movedByB())
              .as(
                  Say.text(
                      "order %s: a recoverer counts only what it moved itself (a refused move is no"
                          + " move)",
                      "orden %s: un recuperador solo cuenta lo que movió él (un movimiento"
                          + " rechazado no cuenta)",
                      outcome.order()))
              .isEqualTo(2);
        });
  }

  @Check("L5.2.3")
  void aRecovererThatDiesAnywhereLosesNothing() {
    boolean died = true;
    for (int steps = 0; died; steps++) {
      SteppedStore store = new SteppedStore();
      store.worker("lost", false, new Held("one", 0), new Held("two", 0));
      store.worker("lost too", false, new Held("three", 0));
      died = diesAfter(steps, store);
      new LostTasks(store.seenThrough(() -> {}), ATTEMPTS).recover();
      assertThat(store.moved)
          .as(
              Say.text(
                  "the recoverer died after %d steps and the next one went round: a task is lost, or"
                      + " waits twice",
                  "el recuperador murió después de %d pasos y otro dio su vuelta: una tarea se ha"
                      + " perdido, o espera dos veces",
                  steps))
          .containsExactlyInAnyOrder(
              new Move("one", Place.PENDING, 1),
              new Move("two", Place.PENDING, 1),
              new Move("three", Place.PENDING, 1));
    }
  }

  private static boolean diesAfter(int steps, SteppedStore store) {
    try {
      recovering(store, at(steps, () -> dies())).get();
      return false;
    } catch (SteppedStore.Died e) {
      return true;
    }
  }

  private static void dies() {
    throw new SteppedStore.Died();
  }

  @Check("L5.2.4")
  void aWorkerThatComesBackKeepsWhatItHas() {
    for (int before = 0; before < 6; before++) {
      SteppedStore store = new SteppedStore();
      store.worker("paused", false, new Held("one", 0));
      int moved = recovering(store, at(before, () -> store.comesBack("paused"))).get();
      assertThat(store.heldBy("paused").size() + store.moved.size())
          .as(
              Say.text(
                  "the worker came back before step %d: its task is in two places, or nowhere",
                  "el worker volvió antes del paso %d: su tarea está en dos sitios, o en ninguno",
                  before + 1))
          .isEqualTo(1);
      assertThat(moved)
          .as(
              Say.text(
                  "the worker came back before step %d and keeps its task, or the task was moved:"
                      + " the number must tell which",
                  "el worker volvió antes del paso %d y conserva su tarea, o la tarea se movió: el"
                      + " número debe decir cuál",
                  before + 1))
          .isEqualTo(store.moved.size());
      if (before <= 2) {
        assertThat(store.moved)
            .as(
                Say.text(
                    "alive again before anything was moved: it must be seen in the same step that"
                        + " moves, not in an earlier one",
                    "vivo otra vez antes de mover nada: hay que verlo en el mismo paso que mueve,"
                        + " no en uno anterior"))
            .isEmpty();
      }
    }
  }

  @Check("L5.2.5")
  void whatIsDoneMeanwhileIsNotDoneAgain() {
    for (int before = 0; before <= 2; before++) {
      SteppedStore store = new SteppedStore();
      store.worker("slow", false, new Held("one", 0), new Held("two", 0));
      int moved = recovering(store, at(before, () -> store.finishes("slow", "one"))).get();
      assertThat(store.moved)
          .as(
              Say.text(
                  "task one was finished before step %d: it must not wait again, and task two must",
                  "la tarea one terminó antes del paso %d: no debe volver a esperar, y la tarea two"
                      + " sí",
                  before + 1))
          .containsExactly(new Move("two", Place.PENDING, 1));
      assertThat(moved)
          .as(Say.text("only task two was moved", "solo se movió la tarea two"))
          .isEqualTo(1);
    }
  }

  @Check("L5.2.6")
  void whatKillsEveryWorkerEndsDead() {
    SteppedStore store = new SteppedStore();
    store.worker("lost", false, new Held("poison", ATTEMPTS - 1), new Held("innocent", 0));
    int moved = new LostTasks(store.seenThrough(() -> {}), ATTEMPTS).recover();
    assertThat(store.moved)
        .as(
            Say.text(
                "that was the last attempt of the poison task: it is dead, or it will kill workers"
                    + " for ever; the other task waits",
                "era el último intento de la tarea venenosa: queda muerta, o matará workers para"
                    + " siempre; la otra espera"))
        .containsExactly(
            new Move("poison", Place.DEAD, ATTEMPTS), new Move("innocent", Place.PENDING, 1));
    assertThat(moved)
        .as(Say.text("a dead task was moved too", "una tarea muerta también se ha movido"))
        .isEqualTo(2);
  }

  private static Supplier<Integer> recovering(SteppedStore store, Runnable step) {
    return () -> new LostTasks(store.seenThrough(step), ATTEMPTS).recover();
  }

  /** {@return runs the action before the step with this number, counted from 0} */
  private static Runnable at(int step, Runnable action) {
    int[] next = {0};
    return () -> {
      if (next[0]++ == step) {
        action.run();
      }
    };
  }
}
