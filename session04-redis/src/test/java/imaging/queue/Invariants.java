package imaging.queue;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.workers.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks into Redis, past the queue's own code, and says whether each task is where it should be. */
final class Invariants {

  private final QueueConnection redis;
  private final Leases leases;
  private final Ledger ledger;

  Invariants(QueueConnection redis) {
    this.redis = redis;
    this.leases = new Leases(redis);
    this.ledger = new Ledger(redis);
  }

  /** All workers are lost; whoever looks recovers what they held. */
  void recoverEverything() {
    for (WorkerInfo worker : leases.workers()) {
      leases.leave(worker.name());
      leases.recover(worker.name(), Duration.ZERO);
    }
  }

  /** Each task lies in one place at most, and its state says which. */
  void eachTaskIsInOnePlace(List<String> ids, String situation) {
    Map<String, List<String>> places = new HashMap<>();
    list(places, "pending", redis.key("pending"));
    list(places, "dead", redis.key("dead"));
    for (WorkerInfo worker : leases.workers()) {
      list(places, "processing", redis.key("processing:" + worker.name()));
    }
    redis
        .<List<String>>call(jedis -> jedis.zrange(redis.key("delayed"), 0, -1))
        .forEach(id -> places.computeIfAbsent(id, x -> new ArrayList<>()).add("delayed"));
    for (String id : ids) {
      String state = redis.call(jedis -> jedis.hget(redis.key("task:" + id), "state"));
      boolean ended = "done".equals(state) || "cancelled".equals(state);
      assertThat(places.getOrDefault(id, List.of()))
          .as("%s: the places of task %s, whose state is %s", situation, id, state)
          .isEqualTo(ended ? List.of() : List.of(state));
    }
    assertThat(ledger.counts().lost()).as("%s: lost tasks", situation).isZero();
  }

  private void list(Map<String, List<String>> places, String place, String key) {
    redis
        .<List<String>>call(jedis -> jedis.lrange(key, 0, -1))
        .forEach(id -> places.computeIfAbsent(id, x -> new ArrayList<>()).add(place));
  }

  /** A healthy worker does what is left; then each task has one result, or a reason why not. */
  void allCanBeFinished(List<String> ids, String situation) throws InterruptedException {
    leases.recover("healthy", Duration.ZERO);
    ledger.replay(ids);
    RedisTaskQueue queue = new RedisTaskQueue(redis);
    while (leases.promoteDue(100) > 0) {}
    for (Delivery next = queue.take("healthy", Duration.ZERO);
        next != null;
        next = queue.take("healthy", Duration.ZERO)) {
      assertThat(queue.complete(next, "result of " + next.task().id())).isTrue();
    }
    QueueCounts counts = ledger.counts();
    assertThat(counts.open()).as("%s: unfinished tasks", situation).isZero();
    assertThat(counts.done() + counts.cancelled())
        .as("%s: each task has ended once", situation)
        .isEqualTo(counts.submitted())
        .isEqualTo(ids.size());
  }
}
