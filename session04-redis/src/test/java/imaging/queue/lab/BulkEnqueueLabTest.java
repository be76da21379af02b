package imaging.queue.lab;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.grader.Check;
import imaging.grader.Say;
import java.util.List;
import java.util.stream.IntStream;
import redis.clients.jedis.exceptions.JedisException;

/** The checks of L4.3. */
class BulkEnqueueLabTest extends LabRedis {

  private static final int MANY = 2_000;

  private BulkEnqueue on(Tap tap) {
    return new BulkEnqueue(tap.client(), keys);
  }

  private static List<Job> jobs(int count) {
    String payload = "grayscale|blur:radius=2 ".repeat(8);
    return IntStream.range(0, count).mapToObj(i -> new Job("job-" + i, payload + i)).toList();
  }

  private static List<String> ids(List<Job> jobs) {
    return jobs.stream().map(Job::id).toList();
  }

  private void assertAllWaitWithTheirPayload(List<Job> jobs, String situation) {
    assertThat(waiting())
        .as(
            Say.text(
                "each job must wait exactly once, in the order of the list%s",
                "cada trabajo debe esperar exactamente una vez, en el orden de la lista%s",
                situation))
        .isEqualTo(ids(jobs));
    String[] ids = ids(jobs).toArray(String[]::new);
    assertThat(redis.hmget(keys.jobs(), ids))
        .as(Say.text("the payloads%s", "los contenidos%s", situation))
        .isEqualTo(jobs.stream().map(Job::payload).toList());
  }

  @Check("L4.3.1")
  void allJobsWaitInTheirOrder() {
    List<Job> jobs = jobs(1_203);
    try (Tap tap = tap()) {
      assertThat(on(tap).enqueueAll(jobs))
          .as(Say.text("how many were new", "cuántos eran nuevos"))
          .isEqualTo(jobs.size());
      assertAllWaitWithTheirPayload(jobs, "");
      assertThat(tap.connectionsInUse())
          .as(
              Say.text(
                  "a connection was borrowed and not given back: close the pipeline or transaction",
                  "se tomó prestada una conexión y no se devolvió: cierra el pipeline o la"
                      + " transacción"))
          .isZero();
      tap.forget();
      assertThat(on(tap).enqueueAll(List.of())).isZero();
      assertThat(tap.roundTrips())
          .as(
              Say.text(
                  "an empty list needs no round trip",
                  "una lista vacía no necesita ningún viaje de ida y vuelta"))
          .isZero();
    }
  }

  @Check("L4.3.2")
  void roundTripsDoNotGrowWithTheJobs() {
    try (Tap tap = tap()) {
      BulkEnqueue bulk = on(tap);
      tap.forget();
      bulk.enqueueAll(jobs(MANY));
      int allowed = 4 * MANY / BulkEnqueue.AT_ONCE;
      assertThat(tap.roundTrips())
          .as(
              Say.text(
                  "%d jobs took %d round trips (at most %d): each one costs the network's latency",
                  "%d trabajos costaron %d viajes de ida y vuelta (como mucho %d): cada uno paga la"
                      + " latencia de la red",
                  MANY,
                  tap.roundTrips(),
                  allowed))
          .isLessThanOrEqualTo(allowed);
    }
  }

  @Check("L4.3.3")
  void nobodyHasToWaitForOneGiganticRequest() {
    List<Job> jobs = jobs(MANY);
    int bytes = jobs.stream().mapToInt(job -> job.id().length() + job.payload().length()).sum();
    try (Tap tap = tap()) {
      BulkEnqueue bulk = on(tap);
      tap.forget();
      bulk.enqueueAll(jobs);
      // A quarter of the jobs, and as much again for what commands add to them.
      assertThat(tap.largestBurst())
          .as(
              Say.text(
                  "%d bytes went out before an answer was read: more than %d jobs at once, and with a"
                      + " million jobs Redis and this process would run out of memory",
                  "salieron %d bytes antes de leer una respuesta: más de %d trabajos de una vez, y con"
                      + " un millón de trabajos Redis y este proceso se quedarían sin memoria",
                  tap.largestBurst(),
                  BulkEnqueue.AT_ONCE))
          .isLessThan(bytes / 2);
    }
  }

  @Check("L4.3.4")
  void sayingItAgainAfterACrashPutsThingsRight() {
    List<Job> jobs = jobs(520);
    for (boolean afterwards : new boolean[] {false, true}) {
      // Near the start and around the border of the first 500 each command, in between some.
      for (int command = 1;
          command <= 1_100;
          command += command < 12 || command % 500 < 8 ? 1 : 67) {
        newKeys();
        if (!diesAt(command, afterwards, jobs)) {
          break;
        }
        try (Tap tap = tap()) {
          int before = waiting().size();
          int added = on(tap).enqueueAll(jobs);
          assertAllWaitWithTheirPayload(
              jobs,
              " (died at command %d, said again; murió en la orden %d, se repitió)"
                  .formatted(command, command));
          assertThat(added)
              .as(
                  Say.text(
                      "how many were new in the second call: %d of %d waited already",
                      "cuántos eran nuevos en la segunda llamada: %d de %d ya esperaban",
                      before,
                      jobs.size()))
              .isEqualTo(jobs.size() - before);
        }
      }
    }
  }

  private boolean diesAt(int command, boolean afterwards, List<Job> jobs) {
    try (Tap tap = tap()) {
      tap.dieAt(command, afterwards);
      try {
        on(tap).enqueueAll(jobs);
      } catch (JedisException e) {
        assertThat(tap.died()).as("%s", e).isTrue();
      }
      return tap.died();
    }
  }
}
