package imaging.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** What must hold for every answer to a request that was refused. */
final class Answers {

  private Answers() {}

  static void areProblems(HttpResponse<String> response) {
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).contains("\"status\":" + response.statusCode());
    areInnocent(response.body());
  }

  /** No stack trace, no class name, no word about what the server is made of. */
  static void areInnocent(String body) {
    assertThat(body)
        .doesNotContain("Exception")
        .doesNotContain("\\tat ")
        .doesNotContain("\tat ")
        .doesNotContain(".java")
        .doesNotContain("imaging.service")
        .doesNotContainIgnoringCase("jetty")
        .doesNotContainIgnoringCase("javalin");
  }
}
