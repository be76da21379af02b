package imaging.queue;

import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.executors.CommandExecutor;

/** Counts the commands of a client and fails one of them. For one thread. */
final class FaultyExecutor implements CommandExecutor {

  /** What happens at the chosen command. */
  enum Fault {
    /** The process dies before it says the command. */
    DIES_BEFORE,
    /** The process dies after Redis has carried the command out. */
    DIES_AFTER,
    /** The connection breaks before the command reaches Redis; the process lives on. */
    BREAKS_BEFORE,
    /** The connection breaks when Redis has carried the command out; the process lives on. */
    BREAKS_AFTER;

    boolean kills() {
      return this == DIES_BEFORE || this == DIES_AFTER;
    }

    boolean reachesRedis() {
      return this == DIES_AFTER || this == BREAKS_AFTER;
    }
  }

  /** The end of a process: no code of the queue catches it. */
  static final class Died extends Error {}

  private final CommandExecutor real;
  private final Plan plan;

  private FaultyExecutor(CommandExecutor real, Plan plan) {
    this.real = real;
    this.plan = plan;
  }

  /** Which command fails how, and how many were said so far. */
  static final class Plan {
    private final int at;
    private final Fault fault;
    private final IntConsumer beforeEach;
    private int said;
    private boolean dead;

    Plan(int at, Fault fault, IntConsumer beforeEach) {
      this.at = at;
      this.fault = fault;
      this.beforeEach = beforeEach;
    }

    boolean happened() {
      return said >= at;
    }

    UnaryOperator<CommandExecutor> around() {
      return real -> new FaultyExecutor(real, this);
    }
  }

  @Override
  public <T> T executeCommand(CommandObject<T> command) {
    if (plan.dead) {
      throw new Died();
    }
    plan.said++;
    plan.beforeEach.accept(plan.said);
    if (plan.said != plan.at) {
      return real.executeCommand(command);
    }
    plan.dead = plan.fault.kills();
    if (plan.fault.reachesRedis()) {
      real.executeCommand(command);
    }
    if (plan.dead) {
      throw new Died();
    }
    throw new JedisConnectionException("broken");
  }

  @Override
  public void close() {
    try {
      real.close();
    } catch (Exception e) {
      throw new IllegalStateException("the connections do not close", e);
    }
  }
}
