package imaging.service;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.queue.Ledger;
import imaging.queue.QueueCounts;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Ten thousand small images, two hundred at a time. */
class ManyRequestsTest {

  private static final int REQUESTS = 10_000;
  private static final int AT_ONCE = 200;
  private static final Path TINY =
      Path.of("../session01-basics/src/test/resources/corpus/grey.png");

  @Test
  void eachIsAnsweredAndEachThatIsTakenIsInTheQueue() {
    byte[] image = Stack.bytes(TINY);
    Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    try (Stack stack = Stack.start()) {
      Semaphore permits = new Semaphore(AT_ONCE);
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < REQUESTS; i++) {
          permits.acquireUninterruptibly();
          threads.execute(
              () -> {
                try {
                  HttpResponse<String> answer = stack.post("edges", image);
                  statuses.merge(answer.statusCode(), 1, Integer::sum);
                } finally {
                  permits.release();
                }
              });
        }
      }
      assertThat(statuses.keySet()).isSubsetOf(202, 503);
      assertThat(statuses.values().stream().mapToInt(count -> count).sum()).isEqualTo(REQUESTS);
      assertThat(stack.get("/v1/status").statusCode()).isEqualTo(200);
      QueueCounts counts = new Ledger(stack.connection).counts();
      assertThat(counts.pending()).isEqualTo(statuses.get(202).longValue());
      assertThat(counts.lost()).isZero();
    }
  }
}
