package imaging.service;

import imaging.filters.ImagingException;
import imaging.queue.Ledger;
import imaging.queue.QueueConnection;
import imaging.queue.QueueUnavailableException;
import imaging.queue.TaskStatus;
import imaging.workers.ImageStore;
import io.javalin.http.Context;
import java.util.Locale;

/** What has become of a task, its result, and the state of the whole. Thread-safe. */
final class TasksApi {

  private final Ledger ledger;
  private final ImageStore store;
  private final QueueWatch watch;
  private final MemoryBudget memory;
  private final long largest;
  private final long bound;

  /**
   * @param largest bytes that a result is expected to have at most
   */
  TasksApi(
      QueueConnection redis,
      ImageStore store,
      QueueWatch watch,
      MemoryBudget memory,
      long largest) {
    this.ledger = new Ledger(redis);
    this.store = store;
    this.watch = watch;
    this.memory = memory;
    this.largest = largest;
    this.bound = redis.settings().bound();
  }

  void task(Context context) {
    TaskView view = TaskView.of(status(context));
    if (!view.hasEnded()) {
      context.header("Retry-After", "1");
    }
    json(context, view);
  }

  void result(Context context) {
    TaskStatus status = status(context);
    switch (status.state()) {
      case DONE -> send(context, String.valueOf(status.result()));
      case PENDING, PROCESSING, DELAYED ->
          throw Refusal.notReady(status.state().name().toLowerCase(Locale.ROOT));
      case DEAD -> throw Refusal.noResult("The task was given up: %s.".formatted(status.error()));
      case CANCELLED -> throw Refusal.noResult("The task was cancelled.");
    }
  }

  void overview(Context context) {
    json(context, StatusView.of(watch.view(), bound));
  }

  void filters(Context context) {
    json(context, FilterView.all());
  }

  private TaskStatus status(Context context) {
    String id = TaskIds.checked(context.pathParam("id"));
    return ledger.status(id).orElseThrow(Refusal::noSuchTask);
  }

  private void send(Context context, String reference) {
    try (MemoryBudget.Share share = memory.share()) {
      share.take(largest);
      byte[] bytes = store.get(reference);
      String type = reference.endsWith(".png") ? "image/png" : "image/jpeg";
      // A result never changes: it is named by its task, and a task has one result.
      context.header("Cache-Control", "private, max-age=86400, immutable");
      context.header("Content-Disposition", "inline; filename=\"%s\"".formatted(reference));
      context.contentType(type).result(bytes);
    } catch (QueueUnavailableException e) {
      throw e;
    } catch (ImagingException e) {
      if (e instanceof Refusal refusal) {
        throw refusal;
      }
      throw Refusal.noResult("The result is no longer kept: send the image again.");
    }
  }

  private static void json(Context context, Object value) {
    context.header("Cache-Control", "no-store");
    context.contentType("application/json").result(Json.bytes(value));
  }
}
