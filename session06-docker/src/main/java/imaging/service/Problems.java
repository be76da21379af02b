package imaging.service;

import imaging.queue.QueueUnavailableException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever goes wrong, at whatever depth of the server, the answer is one {@link Problem}. A fault of
 * ours is logged with its stack trace, and the stranger learns only that there was one.
 */
final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger("imaging.gateway");

  private Problems() {}

  static void answerAll(RoutesConfig routes) {
    routes.exception(Refusal.class, (e, context) -> write(context, e));
    routes.exception(
        QueueUnavailableException.class, (_, context) -> write(context, Refusal.redisAway()));
    // Javalin's own words: no such path, wrong method.
    routes.exception(
        HttpResponseException.class, (e, context) -> write(context, plain(e.getStatus()), 0));
    routes.exception(IOException.class, Problems::bodyFailed);
    routes.exception(Exception.class, (e, context) -> fault(context, e));
  }

  /** The body is broken HTTP, or the sender is gone; then nobody reads this. */
  private static void bodyFailed(IOException e, Context context) {
    LOG.info("a body did not arrive: {}", e.toString());
    write(context, Refusal.badRequest("The body ended too early, or is not valid HTTP."));
  }

  private static void fault(Context context, Exception e) {
    LOG.error("{} {} failed", context.method(), context.path(), e);
    write(context, plain(500), 0);
  }

  private static void write(Context context, Refusal refusal) {
    write(context, refusal.problem(), refusal.retryAfterSeconds());
  }

  private static void write(Context context, Problem problem, int retryAfter) {
    if (retryAfter > 0) {
      context.header("Retry-After", Integer.toString(retryAfter));
    }
    context.header("Cache-Control", "no-store");
    context.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(Json.bytes(problem));
  }

  /** {@return what can be said of a status alone} */
  private static Problem plain(int status) {
    String title = String.valueOf(HttpStatus.getMessage(status));
    String detail =
        switch (status) {
          case 404 -> "There is nothing at this address: see /openapi.json.";
          case 405 -> "This address does not know that method: see /openapi.json.";
          case 414 -> "The address is too long.";
          case 431 -> "The headers are too long: 8 kB are enough for all.";
          default ->
              status < 500
                  ? "The request is not valid HTTP as this server reads it."
                  : "Something went wrong here, and was logged: try again later.";
        };
    return new Problem("about:blank", title, status, detail, null, null);
  }

  /** For requests that never reach a route: Jetty itself refuses them. */
  static final class OfJetty extends ErrorHandler {

    @Override
    protected void generateResponse(
        Request request,
        Response response,
        int code,
        @Nullable String message,
        @Nullable Throwable cause,
        Callback callback) {
      if (code == 500) {
        LOG.warn("Jetty answers {}: {}", code, String.valueOf(cause));
      }
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
      response.getHeaders().put(new HttpField(HttpHeader.CACHE_CONTROL, "no-store"));
      response.write(true, ByteBuffer.wrap(Json.bytes(plain(code))), callback);
    }
  }
}
