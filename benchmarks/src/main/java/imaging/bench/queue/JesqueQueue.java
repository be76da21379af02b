package imaging.bench.queue;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.greghaines.jesque.Config;
import net.greghaines.jesque.ConfigBuilder;
import net.greghaines.jesque.Job;
import net.greghaines.jesque.client.Client;
import net.greghaines.jesque.client.ClientImpl;
import net.greghaines.jesque.worker.Worker;
import net.greghaines.jesque.worker.WorkerImpl;

/** Jesque's own client and workers; a job's class and argument make up the same 100 bytes. */
public final class JesqueQueue implements QueueSystem {

  private static final String QUEUE = "images";

  private final Config config;
  private final Client client;
  private final AtomicInteger waiting = new AtomicInteger();
  private long next = 1_000_000_000;

  public JesqueQueue(String url) {
    URI uri = URI.create(url);
    config = new ConfigBuilder().withHost(uri.getHost()).withPort(uri.getPort()).build();
    client = new ClientImpl(config);
  }

  @Override
  public void enqueue(int count, int chunk) {
    waiting.addAndGet(count);
    for (int done = 0; done < count; done += chunk) {
      if (chunk == 1) {
        client.enqueue(QUEUE, job());
      } else {
        client.batchEnqueue(QUEUE, IntStream.range(0, chunk).mapToObj(i -> job()).toList());
      }
    }
  }

  private Job job() {
    return new Job("Filter", next++ + "x".repeat(50));
  }

  @Override
  public void process(int workers, int batch) {
    CountDownLatch done = new CountDownLatch(waiting.getAndSet(0));
    List<Worker> running = IntStream.range(0, workers).<Worker>mapToObj(i -> worker(done)).toList();
    running.forEach(worker -> Thread.ofPlatform().start(worker));
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    running.forEach(worker -> worker.end(false));
  }

  private Worker worker(CountDownLatch done) {
    return new WorkerImpl(config, List.of(QUEUE), job -> (Runnable) done::countDown);
  }

  @Override
  public boolean hasBatches() {
    return false;
  }

  @Override
  public void takeOne(Runnable taken) {
    throw new UnsupportedOperationException("Jesque asks again and again");
  }

  @Override
  public boolean waitsOnServer() {
    return false;
  }

  @Override
  public void close() {
    client.end();
  }
}
