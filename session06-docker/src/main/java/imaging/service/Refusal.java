package imaging.service;

import imaging.filters.ImagingException;
import imaging.filters.UnreadableImageException;
import imaging.pipelines.PipelineSyntaxException;
import java.util.Locale;

/** A request that is answered with a problem. Each factory is one kind, so all stand on this page. */
final class Refusal extends ImagingException {

  private static final int NO_RETRY = 0;

  private final transient Problem problem;
  private final int retryAfterSeconds;

  private Refusal(Problem problem, int retryAfterSeconds) {
    super(problem.detail());
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  Problem problem() {
    return problem;
  }

  /** {@return seconds after which the same request may succeed; 0 if it never will} */
  int retryAfterSeconds() {
    return retryAfterSeconds;
  }

  private static Refusal never(String name, String title, int status, String detail) {
    return new Refusal(Problem.of(name, title, status, detail), NO_RETRY);
  }

  private static Refusal later(
      String name, String title, int status, String detail, int retryAfterSeconds) {
    return new Refusal(Problem.of(name, title, status, detail), retryAfterSeconds);
  }

  static Refusal badPipeline(PipelineSyntaxException e) {
    String detail = String.valueOf(e.getMessage());
    Problem plain = Problem.of("bad-pipeline", "The pipeline is wrong", 400, detail);
    return new Refusal(
        new Problem(
            plain.type(), plain.title(), plain.status(), plain.detail(), e.column(), e.caret()),
        NO_RETRY);
  }

  static Refusal badRequest(String detail) {
    return never("bad-request", "The request is wrong", 400, detail);
  }

  static Refusal noSuchTask() {
    return never(
        "no-such-task",
        "There is no such task",
        404,
        "No task has this id: it was never given out, or ended too long ago.");
  }

  static Refusal tooSlow() {
    return never(
        "too-slow", "The body came too slowly", 408, "Send the image faster, or a smaller one.");
  }

  static Refusal notReady(String state) {
    return later(
        "not-ready", "The result is not ready", 409, "The task is %s.".formatted(state), 1);
  }

  static Refusal noResult(String why) {
    return never("no-result", "There will be no result", 410, why);
  }

  static Refusal tooManyBytes(long limit) {
    return tooLarge(
        String.format(Locale.ROOT, "An image may have %,d bytes; make it smaller.", limit));
  }

  private static Refusal tooLarge(String detail) {
    return never("too-large", "The image is too large", 413, detail);
  }

  /** What is no image, an image of too many pixels, or a broken one: three different answers. */
  static Refusal unreadable(UnreadableImageException e, long maxPixels) {
    String detail = String.valueOf(e.getMessage());
    return switch (e.reason()) {
      case TOO_LARGE ->
          tooLarge(
              String.format(
                  Locale.ROOT, "An image may have %,d pixels; make it smaller.", maxPixels));
      case EMPTY, NOT_AN_IMAGE, UNSUPPORTED ->
          never("not-an-image", "This is not an image that is read here", 415, detail);
      case TRUNCATED, DAMAGED, MISSING, NOT_A_FILE, NO_PERMISSION, IO ->
          never("broken-image", "The image is broken", 422, detail);
    };
  }

  static Refusal keyReused() {
    return never(
        "key-reused",
        "The idempotency key stands for something else",
        422,
        "This key came with another image or pipeline before: use a new key for a new task.");
  }

  static Refusal queueFull(long bound) {
    return later(
        "queue-full",
        "The queue is full",
        429,
        String.format(Locale.ROOT, "%,d tasks wait already: try again later.", bound),
        5);
  }

  static Refusal busy() {
    return later(
        "busy",
        "The gateway is busy",
        503,
        "Too many images are on their way right now: try again in a moment.",
        1);
  }

  static Refusal redisAway() {
    return later(
        "redis-away",
        "The queue does not answer",
        503,
        "Redis is away: nothing is lost, try again in a moment.",
        2);
  }
}
