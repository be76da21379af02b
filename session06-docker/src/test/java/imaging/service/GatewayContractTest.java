package imaging.service;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.filters.Images;
import imaging.pipelines.FilterPipeline;
import imaging.queue.QueueSettings;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The statuses that architecture and OpenAPI document promise. */
class GatewayContractTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static Stack stack; // with two workers
  private static Stack strict; // without workers, small images only
  private static Stack full; // without workers, two tasks wait and no more may

  @BeforeAll
  static void start() {
    stack = Stack.start().withWorkers(2);
    GatewaySettings standard = GatewaySettings.defaults();
    strict =
        Stack.start(
            standard.withMaxBytes(300_000).withMaxPixels(200_000), QueueSettings.named("strict"));
    full = Stack.start(standard, QueueSettings.named("full").withBound(2));
    full.post("edges", cat(), "full-1");
    full.post("edges", cat(), "full-2");
  }

  @AfterAll
  static void stop() {
    stack.close();
    strict.close();
    full.close();
  }

  @Nested
  class Accepted {

    @Test
    void anImageBecomesATaskAndTheTaskAResult() throws Exception {
      HttpResponse<String> answer = stack.post("grayscale", Stack.sample("cat.jpg"));
      TaskView task = Stack.task(answer);
      assertThat(answer.statusCode()).isEqualTo(202);
      assertThat(answer.headers().firstValue("Location")).contains("/v1/tasks/" + task.id());
      try (GatewayClient client = stack.client()) {
        TaskView done = client.await(task.id(), SOON);
        assertThat(done.state()).isEqualTo("done");
        assertThat(done.result()).isEqualTo("/v1/results/" + task.id());
        byte[] result = client.result(task.id());
        var expected =
            FilterPipeline.parse("grayscale")
                .apply(Images.read(Stack.sample("cat.jpg"), "cat.jpg"));
        assertThat(result).isEqualTo(Images.encode(expected, "jpg"));
      }
    }

    @Test
    void aResultSaysItsTypeAndThatItNeverChanges() throws Exception {
      try (GatewayClient client = stack.client()) {
        TaskView task =
            client.await(client.submit(Stack.sample("transparent.png"), "edges").id(), SOON);
        HttpResponse<String> result = stack.get("/v1/results/" + task.id());
        assertThat(result.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(result.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(result.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      }
    }

    @Test
    void thePipelineIsShownAsTheWorkersReadIt() {
      HttpResponse<String> answer = stack.post("%20grayscale%20%7C%20blur%3Aradius%3D2%20", cat());
      assertThat(Stack.task(answer).pipeline())
          .isEqualTo(FilterPipeline.parse("grayscale|blur:radius=2").toString());
    }

    @Test
    void theStatusCountsTasksAndNamesWorkers() throws Exception {
      try (GatewayClient client = stack.client()) {
        client.await(client.submit(cat(), "edges").id(), SOON);
        StatusView status = client.status();
        assertThat(status.queue().submitted()).isPositive();
        assertThat(status.queue().lost()).isZero();
        assertThat(status.workers())
            .extracting(StatusView.Worker::name)
            .contains("worker-1", "worker-2");
      }
    }
  }

  @Nested
  class TheIdempotencyKey {

    @Test
    void givesTheSameTaskAgain() {
      String first = Stack.task(stack.post("edges", cat(), "order-1")).id();
      String second = Stack.task(stack.post("edges", cat(), "order-1")).id();
      assertThat(second).isEqualTo(first);
    }

    @Test
    void isNotNeeded() {
      HttpRequest request =
          HttpRequest.newBuilder(stack.uri("/v1/images?pipeline=edges"))
              .POST(BodyPublishers.ofByteArray(cat()))
              .build();
      assertThat(Stack.task(stack.send(request)).id())
          .isNotEqualTo(Stack.task(stack.send(request)).id());
    }

    @Test
    void standsForOneImageAndPipelineOnly() {
      stack.post("edges", cat(), "order-2");
      assertThat(Stack.problem(stack.post("sobel", cat(), "order-2")).status()).isEqualTo(422);
      assertThat(Stack.problem(stack.post("edges", Stack.sample("night.jpg"), "order-2")).type())
          .isEqualTo("urn:imaging:key-reused");
    }

    @Test
    void worksWhenTheQueueIsFull() {
      HttpResponse<String> again = full.post("edges", cat(), "full-1");
      assertThat(again.statusCode()).isEqualTo(202);
      assertThat(Stack.task(again).state()).isEqualTo("pending");
    }

    @Test
    void hasVisibleCharactersOnly() {
      assertThat(Stack.problem(stack.post("edges", cat(), "x".repeat(201))).status())
          .isEqualTo(400);
    }
  }

  @Nested
  class Refused {

    @Test
    void aBadPipelineWithItsPosition() {
      HttpResponse<String> answer = stack.post("grayscale%7Cblurr:radius=2", cat());
      Problem problem = Stack.problem(answer);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(problem.type()).isEqualTo("urn:imaging:bad-pipeline");
      assertThat(problem.column()).isEqualTo(11);
      assertThat(problem.caret()).isEqualTo("grayscale|blurr:radius=2\n          ^");
      assertThat(problem.detail()).contains("did you mean 'blur'?");
    }

    @Test
    void noPipeline() {
      HttpRequest request =
          HttpRequest.newBuilder(stack.uri("/v1/images"))
              .POST(BodyPublishers.ofByteArray(cat()))
              .build();
      assertThat(Stack.problem(stack.send(request)).status()).isEqualTo(400);
    }

    @Test
    void tooManyBytes() {
      assertThat(Stack.problem(strict.post("edges", new byte[300_001])).status()).isEqualTo(413);
    }

    @Test
    void tooManyPixelsAlthoughTheFileIsSmall() {
      Problem problem = Stack.problem(strict.post("edges", Stack.sample("night.jpg")));
      assertThat(problem.status()).isEqualTo(413);
      assertThat(problem.detail()).isEqualTo("An image may have 200,000 pixels; make it smaller.");
    }

    @Test
    void whatIsNoImage() {
      byte[] text = "<html>not an image</html>".getBytes(StandardCharsets.UTF_8);
      assertThat(Stack.problem(stack.post("edges", text)).status()).isEqualTo(415);
      assertThat(Stack.problem(stack.post("edges", new byte[0])).status()).isEqualTo(415);
    }

    @Test
    void anImageThatEndsTooEarly() {
      byte[] half = java.util.Arrays.copyOf(cat(), 9_000);
      assertThat(Stack.problem(stack.post("edges", half)).status()).isEqualTo(422);
    }

    @Test
    void aTaskTooManyWithATimeToComeBack() {
      HttpResponse<String> answer = full.post("edges", cat());
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).contains("5");
      assertThat(Stack.problem(answer).type()).isEqualTo("urn:imaging:queue-full");
    }

    @Test
    void aResultThatIsNotThereYet() {
      TaskView task = Stack.task(strict.post("edges", cat()));
      HttpResponse<String> answer = strict.get("/v1/results/" + task.id());
      assertThat(Stack.problem(answer).type()).isEqualTo("urn:imaging:not-ready");
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void aResultThatWillNeverBe() throws Exception {
      byte[] damaged = Stack.sample("cat.jpg");
      java.util.Arrays.fill(damaged, 20_000, 20_400, (byte) 0); // only a decoder notices
      TaskView task = Stack.task(stack.post("edges", damaged));
      try (GatewayClient client = stack.client()) {
        TaskView ended = client.await(task.id(), SOON);
        assertThat(ended.state()).isEqualTo("dead");
        HttpResponse<String> answer = stack.get("/v1/results/" + task.id());
        assertThat(Stack.problem(answer).status()).isEqualTo(410);
      }
    }

    @Test
    void anUnknownTask() {
      assertThat(Stack.problem(stack.get("/v1/tasks/none")).status()).isEqualTo(404);
      assertThat(Stack.problem(stack.get("/v1/results/none")).status()).isEqualTo(404);
    }

    @Test
    void anUnknownAddressAndAWrongMethod() {
      assertThat(Stack.problem(stack.get("/v2/images")).status()).isEqualTo(404);
      assertThat(Stack.problem(stack.get("/v1/images")).status()).isEqualTo(405);
    }
  }

  @Test
  void healthChecksAnswer() {
    assertThat(stack.get("/healthz").statusCode()).isEqualTo(200);
    assertThat(stack.get("/readyz").body()).isEqualTo("{\"status\":\"UP\",\"problems\":[]}");
  }

  @Test
  void thePageComesWithAPolicyAndATag() throws IOException, InterruptedException {
    HttpResponse<String> page = stack.get("/");
    assertThat(page.body()).contains("<title>Imaging");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("'self'");
    HttpRequest again =
        HttpRequest.newBuilder(stack.uri("/"))
            .header("If-None-Match", page.headers().firstValue("ETag").orElseThrow())
            .build();
    assertThat(stack.http.send(again, BodyHandlers.discarding()).statusCode()).isEqualTo(304);
  }

  private static byte[] cat() {
    return Stack.sample("cat.jpg");
  }
}
