package imaging.service;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.filters.Images;
import imaging.filters.UnreadableImageException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The image files of session 1, whole, cut and spoilt: none of them may trouble the gateway. */
class BadUploadsTest {

  private static final Path CORPUS = Path.of("../session01-basics/src/test/resources/corpus");
  private static Stack stack;

  @BeforeAll
  static void start() {
    stack = Stack.start();
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void everyWholeImageIsTaken() throws IOException {
    for (Path file : corpus()) {
      assertThat(stack.post("edges", Stack.bytes(file)).statusCode())
          .as(file.toString())
          .isEqualTo(202);
    }
  }

  @Test
  void whatSession1CannotReadIsRefusedOrEndsInAWorkerButNeverBreaksTheGateway() throws IOException {
    Random random = new Random(6);
    for (Path file : corpus()) {
      byte[] whole = Stack.bytes(file);
      for (int cut : new int[] {1, 3, 10, 30, whole.length / 2, whole.length - 1}) {
        refusedAsFarAsTheHeaderTells(Arrays.copyOf(whole, Math.min(cut, whole.length)));
      }
      byte[] spoilt = whole.clone();
      for (int i = 0; i < 8; i++) {
        spoilt[random.nextInt(spoilt.length)] ^= (byte) (1 + random.nextInt(255));
      }
      refusedAsFarAsTheHeaderTells(spoilt);
    }
    assertThat(stack.get("/readyz").statusCode()).isEqualTo(200);
  }

  /** The gateway looks at structure, not at pixels: it may take what a decoder will refuse. */
  private static void refusedAsFarAsTheHeaderTells(byte[] bytes) {
    HttpResponse<String> answer = stack.post("edges", bytes);
    assertThat(answer.statusCode()).isIn(202, 413, 415, 422);
    if (answer.statusCode() == 202) {
      return;
    }
    Stack.problem(answer);
    assertThat(isReadable(bytes)).as("refused: %s", answer.body()).isFalse();
  }

  private static boolean isReadable(byte[] bytes) {
    try {
      Images.read(bytes, "x");
      return true;
    } catch (UnreadableImageException e) {
      return false;
    }
  }

  private static List<Path> corpus() throws IOException {
    try (Stream<Path> files = Files.list(CORPUS)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".py"))
          .sorted()
          .toList();
    }
  }
}
