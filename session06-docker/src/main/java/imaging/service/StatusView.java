package imaging.service;

import imaging.queue.QueueCounts;
import imaging.queue.WorkerInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queue and its workers as the gateway shows them. */
public record StatusView(Queue queue, List<Worker> workers) {

  /**
   * How many tasks are where.
   *
   * @param pending tasks that wait
   * @param processing tasks in the hands of workers
   * @param delayed tasks that wait for their next attempt
   * @param dead tasks that were given up
   * @param done results accepted since the queue is new
   * @param submitted tasks handed in since the queue is new
   * @param lost submitted tasks that are nowhere; anything but 0 is a fault
   * @param bound most tasks that may wait
   */
  public record Queue(
      long pending,
      long processing,
      long delayed,
      long dead,
      long done,
      long submitted,
      long lost,
      long bound) {}

  /**
   * One worker.
   *
   * @param alive whether its lease runs
   * @param lastSeen its last sign of life, ISO 8601
   * @param holding tasks in its hands
   * @param done tasks it has finished, null if it did not say
   * @param host the machine or container it runs on, null if it did not say
   * @param task the task in its hands, null if it has none or did not say
   */
  public record Worker(
      String name,
      boolean alive,
      String lastSeen,
      int holding,
      @Nullable Long done,
      @Nullable String host,
      @Nullable String task) {}

  /** What workers of session 5 say with each heartbeat; others may say something else. */
  private record Card(@Nullable Long done, @Nullable String host, @Nullable String task) {
    static final Card BLANK = new Card(null, null, null);

    static Card parse(String says) {
      try {
        return Json.read(says.getBytes(StandardCharsets.UTF_8), Card.class);
      } catch (IOException e) {
        return BLANK; // a page shows what it can
      }
    }
  }

  static StatusView of(QueueWatch.View view, long bound) {
    QueueCounts counts = view.counts();
    return new StatusView(
        new Queue(
            counts.pending(),
            counts.processing(),
            counts.delayed(),
            counts.dead(),
            counts.done(),
            counts.submitted(),
            counts.lost(),
            bound),
        view.workers().stream().map(StatusView::worker).toList());
  }

  private static Worker worker(WorkerInfo info) {
    Card card = Card.parse(info.says());
    return new Worker(
        info.name(),
        info.isAlive(),
        info.lastSeen().toString(),
        info.holding(),
        card.done(),
        card.host(),
        card.task());
  }
}
