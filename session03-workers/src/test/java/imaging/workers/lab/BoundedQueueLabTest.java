package imaging.workers.lab;

import static imaging.workers.lab.Aside.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import imaging.grader.Check;
import imaging.grader.Say;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

class BoundedQueueLabTest {

  private final RiggedLock lock = new RiggedLock();

  @Check("L3.1.1")
  void firstInIsFirstOutAndNullIsRefused() {
    BoundedQueue<String> queue = new BoundedQueue<>(3, lock);

    Aside<String> round =
        Aside.start(
            () -> {
              putAll(queue, "a", "b", "c");
              return queue.take() + queue.take() + queue.take();
            });
    Aside<Void> nothing = Aside.start(() -> putAll(queue, (String) null));

    assertThat(eventually(round::isDone))
        .as(
            Say.text(
                "three puts and three takes of a queue with room for three must not wait",
                "tres put y tres take en una cola con sitio para tres no deben esperar"))
        .isTrue();
    assertThat(round.outcome())
        .as(
            Say.text(
                "the items must come out in the order in which they went in",
                "los elementos deben salir en el orden en que entraron"))
        .isEqualTo("abc");
    assertThat(eventually(nothing::isDone) ? nothing.outcome() : "waits")
        .as(
            Say.text(
                "put(null) must be refused: null is how take says that the queue is closed",
                "put(null) debe rechazarse: null es como take dice que la cola está cerrada"))
        .isInstanceOf(NullPointerException.class);
  }

  @Check("L3.1.2")
  void takeWaitsForAnItemAndPutWaitsForRoom() {
    BoundedQueue<String> queue = new BoundedQueue<>(2, lock);
    Aside<String> taker = Aside.start(queue::take);
    assertWaits(
        taker,
        Say.text(
            "take of an empty queue must wait for an item", "take con la cola vacía debe esperar"));

    Aside<Void> first = Aside.start(() -> putAll(queue, "a"));
    assertGoesOn(
        taker,
        Say.text("put must wake a take that waits", "put debe despertar al take que espera"));
    setUp(first);

    Aside<Void> filler = Aside.start(() -> putAll(queue, "b", "c"));
    assertGoesOn(
        filler,
        Say.text(
            "put waits although there is room for two: is the comparison off by one?",
            "put espera aunque hay sitio para dos: ¿la comparación falla por uno?"));
    Aside<Void> oneMore = Aside.start(() -> putAll(queue, "d"));
    assertWaits(
        oneMore,
        Say.text(
            "put must wait while the queue is full: it now holds more than its capacity",
            "put debe esperar con la cola llena: ahora guarda más de lo que cabe"));

    Aside<String> second = Aside.start(queue::take);
    assertGoesOn(
        second,
        Say.text("take must not wait for a full queue", "take no debe esperar si hay algo"));
    assertGoesOn(
        oneMore,
        Say.text("take must wake a put that waits", "take debe despertar al put que espera"));
    Aside<String> rest = Aside.start(() -> queue.take() + queue.take());
    assertThat(eventually(rest::isDone) ? second.value() + rest.value() : "waits")
        .as(
            Say.text(
                "the items must come out in the order in which they went in",
                "los elementos deben salir en el orden en que entraron"))
        .isEqualTo("bcd");
  }

  @Check("L3.1.3")
  void aThreadThatIsWokenForNothingWaitsAgain() {
    BoundedQueue<String> queue = new BoundedQueue<>(1, lock);
    Aside<String> taker = Aside.start(queue::take);
    assertWaits(taker, Say.text("take must wait", "take debe esperar"));
    wakeForNothing(queue, taker);
    assertThat(taker.isDone() ? taker.outcome() : "waits")
        .as(
            Say.text(
                "take was woken while the queue was still empty, and did not look again:"
                    + " `while`, not `if`, around await",
                "take despertó con la cola todavía vacía y no volvió a mirar:"
                    + " `while`, no `if`, alrededor de await"))
        .isEqualTo("waits");
    Aside<Void> first = Aside.start(() -> putAll(queue, "a"));
    setUp(first);
    assertGoesOn(
        taker,
        Say.text("put must wake a take that waits", "put debe despertar al take que espera"));

    Aside<Void> filler = Aside.start(() -> putAll(queue, "b"));
    setUp(filler);
    Aside<Void> putter = Aside.start(() -> putAll(queue, "c"));
    assertWaits(putter, Say.text("put must wait", "put debe esperar"));
    wakeForNothing(queue, putter);
    assertThat(putter.isDone())
        .as(
            Say.text(
                "put was woken while the queue was still full, and added all the same:"
                    + " `while`, not `if`, around await",
                "put despertó con la cola todavía llena y añadió igualmente:"
                    + " `while`, no `if`, alrededor de await"))
        .isFalse();
  }

  @Check("L3.1.4")
  void noWakeUpIsLost() {
    aWakeUpForATakeIsNotEatenByAPut();
    twoPutsWakeTwoTakes();
    twoTakesWakeTwoPuts();
  }

  private void aWakeUpForATakeIsNotEatenByAPut() {
    RiggedLock rigged = new RiggedLock();
    BoundedQueue<String> queue = new BoundedQueue<>(1, rigged);
    Aside<String> one = waiting(rigged, queue::take);
    Aside<String> two = waiting(rigged, queue::take);
    rigged.holdTheWoken();
    Aside<Void> first = Aside.start(() -> putAll(queue, "a"));
    setUp(first);
    Aside<Void> second = waiting(rigged, () -> putAll(queue, "b"));
    rigged.letThemGo();
    assertAllGoOn(
        rigged,
        Say.text(
            "a wake-up was lost: it went to a thread that could not use it. Give puts and takes a"
                + " condition each, or wake them all",
            "se perdió un aviso: llegó a un hilo que no podía usarlo. Da una condición a los put y"
                + " otra a los take, o despierta a todos"),
        one,
        two,
        second);
    assertEachItemCameOutOnce(one, two);
  }

  private void twoPutsWakeTwoTakes() {
    RiggedLock rigged = new RiggedLock();
    BoundedQueue<String> queue = new BoundedQueue<>(2, rigged);
    Aside<String> one = waiting(rigged, queue::take);
    Aside<String> two = waiting(rigged, queue::take);
    rigged.holdTheWoken();
    Aside<Void> puts = Aside.start(() -> putAll(queue, "a", "b"));
    setUp(puts);
    rigged.letThemGo();
    assertAllGoOn(
        rigged,
        Say.text(
            "a wake-up was lost: two items were put, one of two takes still waits. Wake one at each"
                + " put, not only when the queue was empty",
            "se perdió un aviso: hay dos elementos y uno de los dos take sigue esperando. Avisa en"
                + " cada put, no solo cuando la cola estaba vacía"),
        one,
        two);
    assertEachItemCameOutOnce(one, two);
  }

  private static void assertEachItemCameOutOnce(Aside<String> one, Aside<String> two) {
    assertThat(Stream.of(one, two).map(Aside::outcome))
        .as(
            Say.text(
                "two takes must get the two items, each item once",
                "dos take deben recibir los dos elementos, cada elemento una vez"))
        .containsExactlyInAnyOrder("a", "b");
  }

  private void twoTakesWakeTwoPuts() {
    RiggedLock rigged = new RiggedLock();
    BoundedQueue<String> queue = new BoundedQueue<>(2, rigged);
    Aside<Void> filler = Aside.start(() -> putAll(queue, "a", "b"));
    setUp(filler);
    Aside<Void> one = waiting(rigged, () -> putAll(queue, "c"));
    Aside<Void> two = waiting(rigged, () -> putAll(queue, "d"));
    rigged.holdTheWoken();
    Aside<String> takes = Aside.start(() -> queue.take() + queue.take());
    setUp(takes);
    rigged.letThemGo();
    assertAllGoOn(
        rigged,
        Say.text(
            "a wake-up was lost: there is room for two, one of two puts still waits. Wake one at"
                + " each take, not only when the queue was full",
            "se perdió un aviso: hay sitio para dos y uno de los dos put sigue esperando. Avisa en"
                + " cada take, no solo cuando la cola estaba llena"),
        one,
        two);
  }

  @Check("L3.1.5")
  void closeWakesEveryoneAndLosesNothing() {
    BoundedQueue<String> empty = new BoundedQueue<>(1, lock);
    Aside<String> one = waiting(lock, empty::take);
    Aside<String> two = waiting(lock, empty::take);
    Aside<Void> closer = closed(empty);
    assertAllGoOn(
        lock,
        Say.text(
            "close must wake every take that waits (one signal wakes one thread)",
            "close debe despertar a todos los take que esperan (un signal despierta a uno solo)"),
        one,
        two,
        closer);
    assertThat(Stream.of(one, two).map(Aside::outcome))
        .as(
            Say.text(
                "take of a closed, empty queue returns null",
                "take de una cola cerrada y vacía devuelve null"))
        .containsExactly("null", "null");
    closeRefusesPutsAndKeepsWhatIsInside();
  }

  private void closeRefusesPutsAndKeepsWhatIsInside() {
    RiggedLock rigged = new RiggedLock();
    BoundedQueue<String> full = new BoundedQueue<>(1, rigged);
    Aside<Void> filler = Aside.start(() -> putAll(full, "a"));
    setUp(filler);
    Aside<Void> one = waiting(rigged, () -> putAll(full, "b"));
    Aside<Void> two = waiting(rigged, () -> putAll(full, "c"));
    Aside<Void> closer = closed(full);
    assertAllGoOn(
        rigged,
        Say.text(
            "close must wake every put that waits (and each put must release the lock in `finally`,"
                + " also when it throws)",
            "close debe despertar a todos los put que esperan (y cada put debe soltar el lock en"
                + " `finally`, también si lanza)"),
        one,
        two,
        closer);
    Aside<Void> late = Aside.start(() -> putAll(full, "d"));
    String open =
        Say.text(
            "a closed queue lets nothing in: put throws IllegalStateException, also the put that"
                + " was waiting",
            "una cola cerrada no admite nada: put lanza IllegalStateException, también el put que"
                + " ya esperaba");
    assertThat(eventually(late::isDone)).as(open).isTrue();
    assertThat(Stream.of(one, two, late).map(Aside::outcome))
        .as(open)
        .allMatch(IllegalStateException.class::isInstance);
    Aside<String> rest = Aside.start(() -> full.take() + full.take());
    assertThat(eventually(rest::isDone))
        .as(
            Say.text(
                "take waits for ever after a put was refused or the queue was closed: is the lock"
                    + " released in `finally`, and does take look at `closed`?",
                "take espera para siempre tras un put rechazado o un close: ¿se suelta el lock en"
                    + " `finally`, y mira take si está cerrada?"))
        .isTrue();
    assertThat(rest.outcome())
        .as(
            Say.text(
                "what was inside when the queue was closed must still come out, then null",
                "lo que había dentro al cerrar debe salir todavía, y después null"))
        .isEqualTo("anull");
  }

  @Check("L3.1.6")
  void anInterruptEndsTheWait() {
    BoundedQueue<String> queue = new BoundedQueue<>(1, lock);
    Aside<String> taker = waiting(lock, queue::take);
    assertEndsWhenInterrupted(taker);

    Aside<Void> filler = Aside.start(() -> putAll(queue, "a"));
    setUp(filler);
    Aside<Void> putter = waiting(lock, () -> putAll(queue, "b"));
    assertEndsWhenInterrupted(putter);

    Aside<Void> closer = closed(queue);
    setUp(closer);
    Aside<String> rest = Aside.start(() -> queue.take() + queue.take());
    assertThat(eventually(rest::isDone) ? rest.outcome() : "waits")
        .as(
            Say.text(
                "a put that was interrupted must have added nothing",
                "un put interrumpido no debe haber añadido nada"))
        .isEqualTo("anull");
  }

  private void assertEndsWhenInterrupted(Aside<?> aside) {
    int before = lock.awaits();
    aside.interrupt();
    boolean seen = eventually(() -> aside.isDone() || lock.awaits() > before);
    assertThat(seen && aside.isDone() ? aside.outcome() : "waits")
        .as(
            Say.text(
                "the interrupt was swallowed: a waiting thread that is interrupted must end with"
                    + " InterruptedException, or nobody can stop it",
                "la interrupción se perdió: un hilo que espera y es interrumpido debe acabar con"
                    + " InterruptedException, o nadie podrá pararlo"))
        .isInstanceOf(InterruptedException.class);
  }

  /** Wakes the one thread that waits, and returns when it waits again or is done. */
  private void wakeForNothing(BoundedQueue<?> queue, Aside<?> aside) {
    int before = lock.awaits();
    boolean onCondition = lock.waiting() > 0;
    lock.wakeForNothing();
    synchronized (queue) {
      queue.notifyAll();
    }
    eventually(() -> aside.isDone() || (onCondition ? lock.awaits() > before : aside.isWaiting()));
  }

  private static void assertWaits(Aside<?> aside, String message) {
    boolean settled = eventually(() -> aside.isDone() || aside.isWaiting());
    assertThat(settled)
        .as(
            Say.text(
                "a thread that has to wait must sleep until it is woken, not poll",
                "un hilo que debe esperar tiene que dormir hasta que lo despierten, no sondear"))
        .isTrue();
    assertThat(aside.isDone() ? aside.outcome() : "waits").as(message).isEqualTo("waits");
  }

  private static void assertGoesOn(Aside<?> aside, String message) {
    assertThat(eventually(aside::isDone)).as(message).isTrue();
  }

  /** Threads that all wait for a condition will never go on: no need to wait for a time to pass. */
  private static void assertAllGoOn(RiggedLock rigged, String message, Aside<?>... asides) {
    eventually(
        () -> {
          long alive = Stream.of(asides).filter(aside -> !aside.isDone()).count();
          return alive == 0 || alive == rigged.waiting();
        });
    assertThat(Stream.of(asides).map(aside -> aside.isDone() ? "goes on" : "waits for ever"))
        .as(message)
        .containsOnly("goes on");
  }

  /** Starts the work and returns when it waits for a condition (or in another way) or is done. */
  private static <T> Aside<T> waiting(RiggedLock rigged, Callable<T> work) {
    int before = rigged.awaits();
    Aside<T> aside = Aside.start(work);
    eventually(
        () ->
            aside.isDone()
                || rigged.awaits() > before
                || (rigged.awaits() == 0 && aside.isWaiting()));
    return aside;
  }

  /** What the check has to do before it comes to its point. */
  private static void setUp(Aside<?> aside) {
    assertGoesOn(
        aside,
        Say.text(
            "put into a queue with room, and close, must not wait",
            "put en una cola con sitio, y close, no deben esperar"));
  }

  private static Aside<Void> closed(BoundedQueue<?> queue) {
    return Aside.start(
        () -> {
          queue.close();
          return null;
        });
  }

  private static Void putAll(BoundedQueue<String> queue, String... items)
      throws InterruptedException {
    for (String item : items) {
      queue.put(item);
    }
    return null;
  }
}
