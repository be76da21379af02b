package imaging.queue.lab;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.grader.Check;
import imaging.grader.Say;
import redis.clients.jedis.exceptions.JedisException;

/** The checks of L4.2. */
class AcknowledgeLabTest extends LabRedis {

  private static final int MORE_THAN_ANY_ANSWER_SAYS = 20;

  private Acknowledge on(Tap tap) {
    return new Acknowledge(tap.client(), keys);
  }

  private void assertResult(String job, String result, int done, String english, String spanish) {
    assertThat(redis.hget(keys.results(), job)).as(Say.text(english, spanish)).isEqualTo(result);
    assertThat(count()).as(Say.text(english, spanish)).isEqualTo(done);
  }

  private int count() {
    String done = redis.get(keys.done());
    return done == null ? 0 : Integer.parseInt(done);
  }

  @Check("L4.2.1")
  void theResultIsStoredAndTheHandsAreEmpty() {
    holds("w", "job");
    try (Tap tap = tap()) {
      assertThat(on(tap).done("w", "job", "out.png"))
          .as(
              Say.text(
                  "the worker had the job: its result must be accepted",
                  "el trabajador tenía el trabajo: su resultado debe aceptarse"))
          .isTrue();
    }
    assertResult(
        "job",
        "out.png",
        1,
        "the result must be stored and counted once",
        "el resultado debe guardarse y contarse una vez");
    assertThat(hands("w"))
        .as(Say.text("the hands after done", "las manos después de done"))
        .isEmpty();
  }

  @Check("L4.2.2")
  void aWorkerThatDiesAtAnyCommandNeitherLosesTheResultNorHalvesTheStep() {
    for (boolean afterwards : new boolean[] {false, true}) {
      for (int command = 1; command <= MORE_THAN_ANY_ANSWER_SAYS; command++) {
        newKeys();
        holds("w", "job");
        if (!diesAt(command, afterwards)) {
          break;
        }
        boolean stored = redis.hexists(keys.results(), "job");
        boolean held = hands("w").contains("job");
        assertThat(held || stored)
            .as(
                Say.text(
                    "the worker died at command %d: the job had left its hands before the result was"
                        + " stored, so it is lost",
                    "el trabajador murió en la orden %d: el trabajo salió de sus manos antes de"
                        + " guardarse el resultado, así que se perdió",
                    command))
            .isTrue();
        assertThat(held == stored || count() != (stored ? 1 : 0))
            .as(
                Say.text(
                    "the worker died at command %d and left half of the step: in hands %s, stored %s,"
                        + " counted %d",
                    "el trabajador murió en la orden %d y dejó el paso a medias: en las manos %s,"
                        + " guardado %s, contados %d",
                    command,
                    held,
                    stored,
                    count()))
            .isFalse();
      }
    }
  }

  private boolean diesAt(int command, boolean afterwards) {
    try (Tap tap = tap()) {
      tap.dieAt(command, afterwards);
      try {
        on(tap).done("w", "job", "out.png");
      } catch (JedisException e) {
        assertThat(tap.died()).as("%s", e).isTrue();
      }
      return tap.died();
    }
  }

  @Check("L4.2.3")
  void saidTwiceIsSaidOnce() {
    holds("w", "job");
    try (Tap tap = tap()) {
      Acknowledge acknowledge = on(tap);
      acknowledge.done("w", "job", "out.png");
      assertThat(acknowledge.done("w", "job", "out.png"))
          .as(
              Say.text(
                  "said again because the answer was lost: this result is the stored one, so true",
                  "dicho otra vez porque se perdió la respuesta: este resultado es el guardado, así"
                      + " que true"))
          .isTrue();
      assertResult(
          "job",
          "out.png",
          1,
          "said twice, a job has one result and counts once",
          "dicho dos veces, un trabajo tiene un resultado y cuenta una vez");
      holds("v", "job"); // somebody enqueued it once more
      assertThat(acknowledge.done("v", "job", "other.png"))
          .as(
              Say.text(
                  "the job has a result already: another one is not stored, so false",
                  "el trabajo ya tiene un resultado: otro no se guarda, así que false"))
          .isFalse();
      assertResult(
          "job",
          "out.png",
          1,
          "the first result stays, and the job counts once",
          "el primer resultado se queda, y el trabajo cuenta una vez");
      assertThat(hands("v"))
          .as(
              Say.text(
                  "nobody holds a job that is done", "nadie conserva un trabajo que ya está hecho"))
          .isEmpty();
    }
  }

  @Check("L4.2.4")
  void aWorkerThatLostTheJobIsRefusedWheneverThatHappened() {
    for (int command = 1; command <= MORE_THAN_ANY_ANSWER_SAYS; command++) {
      newKeys();
      holds("late", "job");
      try (Tap tap = tap()) {
        boolean[] moved = {false};
        tap.before(command, () -> moved[0] = anotherWorkerDoesIt());
        boolean accepted = on(tap).done("late", "job", "late.png");
        if (!moved[0]) {
          if (tap.commands().size() < command) {
            return;
          }
          continue; // the job was done before it could be moved
        }
        assertThat(accepted)
            .as(
                Say.text(
                    "the job was given to another worker before command %d: the late one must hear"
                        + " false",
                    "el trabajo pasó a otro trabajador antes de la orden %d: el que llega tarde debe"
                        + " oír false",
                    command))
            .isFalse();
        assertResult(
            "job",
            "right.png",
            1,
            "a late worker must change nothing: one result, counted once",
            "un trabajador tardío no debe cambiar nada: un resultado, contado una vez");
      }
    }
  }

  /** {@return whether the late worker still had the job} Then another one has it, and is done. */
  private boolean anotherWorkerDoesIt() {
    if (redis.lrem(keys.hands("late"), 1, "job") == 0) {
      return false;
    }
    redis.hset(keys.results(), "job", "right.png");
    redis.incr(keys.done());
    return true;
  }

  @Check("L4.2.5")
  void onlyThisJobLeavesTheHands() {
    holds("w", "job", "job 1", "job 10");
    redis.sadd(keys.workers(), "v");
    redis.lpush(keys.hands("v"), "other");
    try (Tap tap = tap()) {
      Acknowledge acknowledge = on(tap);
      acknowledge.done("w", "job 1", "out 1.png");
      assertThat(hands("w"))
          .as(
              Say.text(
                  "the worker finished 'job 1', the second of three; the two others stay in its hands",
                  "el trabajador terminó 'job 1', el segundo de tres; los otros dos siguen en sus"
                      + " manos"))
          .containsExactly("job 10", "job");
      assertThat(acknowledge.done("w", "other", "out.png"))
          .as(
              Say.text(
                  "another worker holds this job: refuse it",
                  "este trabajo lo tiene otro trabajador: recházalo"))
          .isFalse();
      assertThat(hands("v")).containsExactly("other");
      assertThat(redis.hexists(keys.results(), "other"))
          .as(Say.text("no result for it", "sin resultado para él"))
          .isFalse();
    }
  }
}
