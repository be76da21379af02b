package imaging.workers.lab;

import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock that does what a real one may do, but when the check wants it: wake waiting threads for
 * nothing, and let others overtake a thread that was woken. No luck is needed to see a race.
 */
final class RiggedLock implements Lock {

  private final ReentrantLock real = new ReentrantLock();
  private final List<Condition> conditions = new CopyOnWriteArrayList<>();
  private final AtomicInteger awaits = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  /** {@return how often a thread began to wait for a condition} */
  int awaits() {
    return awaits.get();
  }

  /** {@return how many threads wait for a condition and have not been woken} */
  int waiting() {
    real.lock();
    try {
      return conditions.stream().mapToInt(real::getWaitQueueLength).sum();
    } finally {
      real.unlock();
    }
  }

  /** Wakes everyone who waits, although nothing has changed. */
  void wakeForNothing() {
    real.lock();
    try {
      conditions.forEach(Condition::signalAll);
    } finally {
      real.unlock();
    }
  }

  /** From now on a woken thread is held before it gets the lock back: all others overtake it. */
  void holdTheWoken() {
    gate = new CountDownLatch(1);
  }

  void letThemGo() {
    gate.countDown();
  }

  private void passTheGate() {
    CountDownLatch now = gate;
    if (now.getCount() > 0) {
      real.unlock();
      try {
        now.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        real.lock();
      }
    }
  }

  @Override
  public void lock() {
    real.lock();
  }

  @Override
  public void lockInterruptibly() throws InterruptedException {
    real.lockInterruptibly();
  }

  @Override
  public boolean tryLock() {
    return real.tryLock();
  }

  @Override
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    return real.tryLock(time, unit);
  }

  @Override
  public void unlock() {
    real.unlock();
  }

  @Override
  public Condition newCondition() {
    Condition condition = real.newCondition();
    conditions.add(condition);
    return new Rigged(condition);
  }

  private final class Rigged implements Condition {

    private final Condition condition;

    Rigged(Condition condition) {
      this.condition = condition;
    }

    @Override
    public void await() throws InterruptedException {
      awaits.incrementAndGet();
      condition.await();
      passTheGate();
    }

    @Override
    public void awaitUninterruptibly() {
      awaits.incrementAndGet();
      condition.awaitUninterruptibly();
      passTheGate();
    }

    @Override
    public long awaitNanos(long nanos) throws InterruptedException {
      awaits.incrementAndGet();
      long left = condition.awaitNanos(nanos);
      passTheGate();
      return left;
    }

    @Override
    public boolean await(long time, TimeUnit unit) throws InterruptedException {
      return awaitNanos(unit.toNanos(time)) > 0;
    }

    @Override
    public boolean awaitUntil(Date deadline) throws InterruptedException {
      awaits.incrementAndGet();
      boolean inTime = condition.awaitUntil(deadline);
      passTheGate();
      return inTime;
    }

    @Override
    public void signal() {
      condition.signal();
    }

    @Override
    public void signalAll() {
      condition.signalAll();
    }
  }
}
