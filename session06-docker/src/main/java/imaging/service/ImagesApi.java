package imaging.service;

import imaging.filters.ImageInfo;
import imaging.filters.ImageLimits;
import imaging.filters.Images;
import imaging.filters.UnreadableImageException;
import imaging.pipelines.FilterPipeline;
import imaging.pipelines.PipelineSyntaxException;
import imaging.queue.Ledger;
import imaging.queue.QueueConnection;
import imaging.queue.RedisTaskQueue;
import imaging.queue.TaskStatus;
import imaging.workers.ImageStore;
import imaging.workers.ImageTask;
import imaging.workers.QueueFullException;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/images}: from a stranger's bytes to a task in the queue. Thread-safe. */
final class ImagesApi {

  private static final String TRACE = "traceparent";

  private final GatewaySettings settings;
  private final ImageStore store;
  private final RedisTaskQueue queue;
  private final Ledger ledger;
  private final QueueWatch watch;
  private final MemoryBudget memory;
  private final long bound;

  ImagesApi(
      GatewaySettings settings,
      QueueConnection redis,
      ImageStore store,
      QueueWatch watch,
      MemoryBudget memory) {
    this.settings = settings;
    this.store = store;
    this.queue = new RedisTaskQueue(redis);
    this.ledger = new Ledger(redis);
    this.watch = watch;
    this.memory = memory;
    this.bound = redis.settings().bound();
  }

  // tag::submit[]
  /** What is cheap to refuse is refused first: no byte of the body is read in vain. */
  void submit(Context context) throws IOException {
    String pipeline = pipeline(context.queryParam("pipeline"));
    String key = context.header("Idempotency-Key");
    String id = TaskIds.of(key);
    if (key == null || ledger.status(id).isEmpty()) {
      refuseIfFull();
    }
    try (MemoryBudget.Share share = memory.share()) {
      ImageTask task =
          new ImageTask(id, image(context, share), pipeline, 0, Instant.now(), trace(context));
      answer(context, enqueue(task));
    }
  }

  // end::submit[]

  private static String pipeline(@Nullable String text) {
    if (text == null) {
      throw Refusal.badRequest("Say what to do, such as /v1/images?pipeline=grayscale.");
    }
    try {
      return FilterPipeline.parse(text).toString();
    } catch (PipelineSyntaxException e) {
      throw Refusal.badPipeline(e);
    }
  }

  private void refuseIfFull() {
    if (watch.view().counts().pending() >= bound) {
      throw Refusal.queueFull(bound);
    }
  }

  /** {@return the reference of the image that came with the request} Looked through, never decoded. */
  private String image(Context context, MemoryBudget.Share share) throws IOException {
    Upload upload = new Upload(settings.maxBytes(), settings.uploadTime(), share);
    upload.check(context.req().getContentLengthLong()); // getInputStream() answers "continue"
    byte[] bytes = upload.read(context.req().getInputStream());
    ImageInfo info = inspect(bytes);
    return store.put(TaskIds.image(bytes, info.format()), bytes);
  }

  private ImageInfo inspect(byte[] bytes) {
    try {
      return Images.inspect(bytes, "The file", new ImageLimits(settings.maxPixels()));
    } catch (UnreadableImageException e) {
      throw Refusal.unreadable(e, settings.maxPixels());
    }
  }

  // tag::enqueue[]
  /** {@return the task that the queue now has under this id} Bytes first, then the reference. */
  private TaskView enqueue(ImageTask task) {
    try {
      if (queue.submit(task)) {
        return TaskView.pending(task);
      }
    } catch (QueueFullException e) {
      throw Refusal.queueFull(bound);
    }
    Optional<TaskStatus> known = ledger.status(task.id());
    if (known.isPresent() && !isSame(known.get().task(), task)) {
      throw Refusal.keyReused();
    }
    return known.map(TaskView::of).orElseGet(() -> TaskView.pending(task));
  }

  // end::enqueue[]

  private static boolean isSame(ImageTask one, ImageTask other) {
    return one.image().equals(other.image()) && one.pipeline().equals(other.pipeline());
  }

  private static void answer(Context context, TaskView task) {
    context.status(202).header("Location", task.task());
    context.contentType("application/json").result(Json.bytes(task));
  }

  /** {@return the trace that the request belongs to} Session 9 follows it through the queue. */
  private static Map<String, String> trace(Context context) {
    String parent = context.header(TRACE);
    boolean valid =
        parent != null && parent.matches("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    return valid ? Map.of(TRACE, parent) : Map.of();
  }
}
