package imaging.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import imaging.filters.ImagingException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HealthTest {

  @Nested
  class WatchdogTests {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // overflows on the way
    private final Watchdog watchdog = new Watchdog(Duration.ofNanos(10), nanos::get);

    @Test
    void aLoopThatGoesRoundIsAlive() {
      watchdog.accept(new WorkerEvent.Turned("w"));
      nanos.addAndGet(10);
      assertThat(watchdog.problems()).isEmpty();
    }

    @Test
    void aLoopThatDoesNotIsNamed() {
      watchdog.accept(new WorkerEvent.Turned("w2"));
      watchdog.accept(new WorkerEvent.Turned("w1"));
      nanos.addAndGet(11);
      assertThat(watchdog.problems())
          .containsExactly(
              "w1 is stuck: no turn within PT0.00000001S",
              "w2 is stuck: no turn within PT0.00000001S");
      watchdog.accept(new WorkerEvent.Turned("w1"));
      assertThat(watchdog.problems()).hasSize(1);
    }

    @Test
    void aLoopThatEndedIsNotMissed() {
      watchdog.accept(new WorkerEvent.Turned("w"));
      watchdog.accept(new WorkerEvent.Ended("w"));
      nanos.addAndGet(11);
      assertThat(watchdog.problems()).isEmpty();
    }

    @Test
    void aLostQueueIsNotItsBusiness() {
      watchdog.accept(new WorkerEvent.QueueLost("w", new ImagingException("refused")));
      assertThat(watchdog.problems()).isEmpty();
    }
  }

  @Nested
  class ReadinessTests {

    private final Readiness readiness = new Readiness();

    @Test
    void readyFromStartToDrain() {
      assertThat(readiness.problems()).containsExactly("starting");
      readiness.started();
      assertThat(readiness.problems()).isEmpty();
      readiness.draining();
      assertThat(readiness.problems()).containsExactly("draining: takes no more tasks");
    }

    @Test
    void notReadyWhileAWorkerCannotReachTheQueue() {
      readiness.started();
      readiness.accept(new WorkerEvent.QueueLost("w", new ImagingException("refused")));
      assertThat(readiness.problems()).containsExactly("w cannot reach the queue");
      readiness.accept(new WorkerEvent.QueueBack("w"));
      assertThat(readiness.problems()).isEmpty();
    }

    @Test
    void severalProbesReportTogether() {
      Probe all = Probe.all(() -> List.of("a"), List::of, () -> List.of("b"));
      assertThat(all.problems()).containsExactly("a", "b");
    }
  }

  @Nested
  class ServerTests {

    @Test
    void answersHaveStatusAndReasons() throws Exception {
      try (HealthServer server = HealthServer.start(0, List::of, () -> List.of("\"x\""))) {
        HttpResponse<String> live = call(server, "GET", "/healthz");
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(live.body()).isEqualTo("{\"status\":\"UP\",\"problems\":[]}");
        assertThat(live.headers().firstValue("Content-Type")).contains("application/json");

        HttpResponse<String> ready = call(server, "GET", "/readyz");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).isEqualTo("{\"status\":\"DOWN\",\"problems\":[\"\\\"x\\\"\"]}");
      }
    }

    @Test
    void aProbeThatThrowsIsAProblem() throws Exception {
      Probe broken =
          () -> {
            throw new IllegalStateException("bug");
          };
      try (HealthServer server = HealthServer.start(0, broken, broken)) {
        assertThat(call(server, "GET", "/healthz").statusCode()).isEqualTo(503);
      }
    }

    @Test
    void otherPathsAndMethodsAreRefused() throws Exception {
      try (HealthServer server = HealthServer.start(0, List::of, List::of)) {
        assertThat(call(server, "GET", "/healthz/x").statusCode()).isEqualTo(404);
        assertThat(call(server, "GET", "/").statusCode()).isEqualTo(404);
        assertThat(call(server, "POST", "/readyz").statusCode()).isEqualTo(405);
        assertThat(call(server, "HEAD", "/readyz").statusCode()).isEqualTo(200);
      }
    }

    @Test
    void aTakenPortIsNamed() {
      try (HealthServer server = HealthServer.start(0, List::of, List::of)) {
        assertThatThrownBy(() -> HealthServer.start(server.port(), List::of, List::of))
            .isInstanceOf(ImagingException.class)
            .hasMessageContaining(String.valueOf(server.port()));
      }
    }

    private static HttpResponse<String> call(HealthServer server, String method, String path)
        throws Exception {
      URI uri = URI.create("http://localhost:" + server.port() + path);
      try (HttpClient client = HttpClient.newHttpClient()) {
        return client.send(
            HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build(),
            BodyHandlers.ofString());
      }
    }
  }
}
