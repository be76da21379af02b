package imaging.monitoring.lab;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

public final class RetryDesk {

  public record Rules(int maxAttempts, Duration first, Duration longest) {}

  public record DeadLetter(String task, int attempts, String reason) {}

  private record Waiting(String task, long dueAt) implements Comparable<Waiting> {
    @Override
    public int compareTo(Waiting other) {
      return Long.signum(dueAt - other.dueAt);
    }
  }

  private final Rules rules;
  private final LongSupplier nanos;
  private final RandomGenerator random;
  private final Map<String, Integer> failures = new HashMap<>();
  private final PriorityQueue<Waiting> waiting = new PriorityQueue<>();
  private final Map<String, DeadLetter> dead = new LinkedHashMap<>();

  public RetryDesk(Rules rules, LongSupplier nanos, RandomGenerator random) {
    this.rules = rules;
    this.nanos = nanos;
    this.random = random;
  }

  public Duration ceiling(int failures) {
    BigInteger most = BigInteger.valueOf(rules.longest().toNanos());
    BigInteger first = BigInteger.valueOf(rules.first().toNanos());
    BigInteger wanted = first.shiftLeft(Math.min(failures - 1, 64));
    return Duration.ofNanos(wanted.min(most).longValueExact());
  }

  public Duration pause(int failures) {
    return Duration.ofNanos((long) (random.nextDouble() * ceiling(failures).toNanos()));
  }

  public void failed(String task, String reason) {
    int count = failures.getOrDefault(task, 0) + 1;
    if (count < rules.maxAttempts()) {
      failures.put(task, count);
      waiting.add(new Waiting(task, nanos.getAsLong() + pause(count).toNanos()));
      return;
    }
    dead.put(task, new DeadLetter(task, count, reason));
    failures.remove(task);
  }

  public void gaveBack(String task) {
    waiting.add(new Waiting(task, nanos.getAsLong()));
  }

  public void done(String task) {
    failures.remove(task);
  }

  public List<String> takeDue() {
    List<String> due = new ArrayList<>();
    while (!waiting.isEmpty() && waiting.peek().dueAt() - nanos.getAsLong() <= 0) {
      due.add(waiting.remove().task());
    }
    return due;
  }

  public List<DeadLetter> deadLetters() {
    return List.copyOf(dead.values());
  }

  public boolean replay(String task) {
    boolean wasDead = dead.remove(task) != null;
    if (wasDead) {
      gaveBack(task);
    }
    return wasDead;
  }
}
