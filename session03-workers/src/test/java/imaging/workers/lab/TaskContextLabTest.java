package imaging.workers.lab;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.grader.Check;
import imaging.grader.Say;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.slf4j.MDC;

class TaskContextLabTest {

  private final LogLines lines = LogLines.attach();

  @AfterEach
  void detach() {
    lines.close();
    MDC.clear();
  }

  @Check("L3.3.4")
  void eachLineOfATaskHasItsIdAndNoOtherLineHas() {
    MDC.clear();
    MDC.put("worker", "w1");
    TaskContext.run(
        "a",
        () -> {
          lines.log("in a");
          TaskContext.run("b", () -> lines.log("in b"));
          lines.log("in a again");
        });
    lines.log("after");
    try {
      TaskContext.run(
          "c",
          () -> {
            throw new IllegalStateException("bad image");
          });
    } catch (IllegalStateException e) {
      lines.log("after the failure");
    }

    assertThat(lines.withTask().stream().limit(2))
        .as(
            Say.text(
                "each line that a task writes must have its id in the MDC under \"task\"",
                "cada línea que escribe una tarea debe llevar su id en el MDC, en \"task\""))
        .containsExactly("in a: a", "in b: b");
    assertThat(lines.withTask().stream().skip(2))
        .as(
            Say.text(
                "the id stayed after its task, or the one before was not restored: the next line"
                    + " has a wrong id (undo it in `finally`, also when the work throws)",
                "el id se quedó al acabar la tarea, o no se restauró el anterior: la línea"
                    + " siguiente lleva un id falso (deshazlo en `finally`, también si algo falla)"))
        .containsExactly("in a again: a", "after: -", "after the failure: -");
    assertThat(lines.withWorker())
        .as(
            Say.text(
                "other keys of the MDC were lost: remove \"task\" only",
                "se perdieron otras claves del MDC: quita solo \"task\""))
        .allMatch(line -> line.endsWith(": w1"))
        .hasSize(5);
  }

  @Check("L3.3.5")
  void theContextGoesAlongToTheOtherThread() throws Exception {
    MDC.clear();
    MDC.put("worker", "w1");
    AtomicReference<Runnable> parcel = new AtomicReference<>();
    AtomicReference<Runnable> empty = new AtomicReference<>();
    Runnable forNoTask = TaskContext.carry(() -> lines.log("no task"));
    TaskContext.run("a", () -> parcel.set(TaskContext.carry(() -> lines.log("task a"))));
    MDC.clear();
    empty.set(TaskContext.carry(() -> lines.log("no context")));

    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      runOn(pool, () -> MDC.put("task", "old"));
      runOn(pool, parcel.get());
      runOn(pool, forNoTask);
      runOn(pool, empty.get());
    }

    assertThat(lines.withTask().stream().limit(1))
        .as(
            Say.text(
                "the MDC does not follow to another thread: copy it when carry is called, set it"
                    + " there",
                "el MDC no pasa solo a otro hilo: cópialo al llamar a carry y ponlo allí"))
        .containsExactly("task a: a");
    assertThat(lines.withWorker().stream().limit(2))
        .as(
            Say.text(
                "the whole context goes along, not only the task's id",
                "viaja todo el contexto, no solo el id de la tarea"))
        .containsExactly("task a: w1", "no task: w1");
    assertThat(lines.withTask().stream().skip(1))
        .as(
            Say.text(
                "work of no task was logged under an old id of the other thread (a context may be"
                    + " null)",
                "un trabajo sin tarea apareció con un id viejo del otro hilo (el contexto puede ser"
                    + " null)"))
        .containsExactly("no task: -", "no context: -");
  }

  @Check("L3.3.6")
  void theOtherThreadGetsItsOwnContextBack() throws Exception {
    MDC.clear();
    AtomicReference<Runnable> good = new AtomicReference<>();
    AtomicReference<Runnable> bad = new AtomicReference<>();
    TaskContext.run(
        "a",
        () -> {
          good.set(TaskContext.carry(() -> lines.log("work")));
          bad.set(
              TaskContext.carry(
                  () -> {
                    throw new IllegalStateException("bad image");
                  }));
        });

    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      runOn(pool, good.get());
      runOn(pool, () -> lines.log("next"));
      runOn(pool, () -> MDC.put("worker", "p1"));
      runOn(pool, bad.get());
      runOn(pool, () -> lines.log("after the failure"));
    }

    assertThat(lines.withTask())
        .as(
            Say.text(
                "the id stayed on a thread of the pool: its next work is logged under a wrong task",
                "el id se quedó en un hilo del pool: su siguiente trabajo sale con otra tarea"))
        .containsExactly("work: a", "next: -", "after the failure: -");
    assertThat(lines.withWorker())
        .as(
            Say.text(
                "the thread's own context must be back afterwards",
                "al acabar, el hilo debe recuperar su propio contexto"))
        .contains("after the failure: p1");
  }

  private static void runOn(ExecutorService pool, Runnable work) throws InterruptedException {
    try {
      pool.submit(work).get();
    } catch (ExecutionException e) {
      // Work that fails is part of the checks; a wrong answer that throws is seen by its lines.
      assertThat(e.getCause())
          .as(
              Say.text(
                  "the packed work must run on the other thread, and throw only what it throws"
                      + " itself",
                  "el trabajo empaquetado debe ejecutarse en el otro hilo y lanzar solo lo suyo"))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
