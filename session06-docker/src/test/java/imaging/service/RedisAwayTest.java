package imaging.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Redis is killed under the gateway, and comes back. */
class RedisAwayTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void theGatewaySaysSoAndIsBackByItself() throws InterruptedException {
    try (Stack stack = Stack.start().withWorkers(1);
        GatewayClient patient = stack.client()) {
      await().atMost(SOON).until(() -> stack.get("/readyz").statusCode() == 200);
      stack.redis.kill();
      await().atMost(SOON).until(() -> stack.get("/readyz").statusCode() == 503);
      byte[] cat = Stack.sample("cat.jpg");
      HttpResponse<String> answer = stack.post("edges", cat, "while-away");
      assertThat(Stack.problem(answer).type()).isEqualTo("urn:imaging:redis-away");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains("2");
      for (String path : new String[] {"/v1/tasks/x", "/v1/results/x", "/v1/status"}) {
        assertThat(Stack.problem(stack.get(path)).status()).as(path).isEqualTo(503);
      }
      assertThat(stack.get("/healthz").statusCode()).as("a restart would not help").isEqualTo(200);
      assertThat(stack.get("/").statusCode()).as("the page").isEqualTo(200);
      stack.redis.restart();
      TaskView task = patient.submit(cat, "edges", "while-away");
      assertThat(patient.await(task.id(), SOON).state()).isEqualTo("done");
      await().atMost(SOON).until(() -> stack.get("/readyz").statusCode() == 200);
    }
  }
}
