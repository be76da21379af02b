package imaging.grader.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import imaging.grader.run.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideTest {

  @TempDir Path folder;

  private Guide page(String text) throws IOException {
    Path page = folder.resolve("README.md");
    Files.writeString(page, text);
    return Guide.read(page);
  }

  private Guide pageWithSnippet(String snippet) throws IOException {
    Files.writeString(
        folder.resolve("Clamp.java"),
        """
        class Clamp {
          // tag::body[]
          int clamp(int v) {
            // tag::inner[]
            return v;
            // end::inner[]
          }
          // end::body[]
        }
        """);
    return page("<!-- snippet: Clamp.java#body -->\n```java\n" + snippet + "\n```\n");
  }

  @Test
  void aSnippetEqualToItsRegionIsFine() throws IOException {
    assertThat(Snippets.differences(pageWithSnippet("int clamp(int v) {\n  return v;\n}")))
        .isEmpty();
  }

  @Test
  void aSnippetThatDriftedIsNamedWithItsLine() throws IOException {
    assertThat(Snippets.differences(pageWithSnippet("int clamp(int v) {\n  return 0;\n}")))
        .singleElement()
        .asString()
        .contains("README.md:1: differs from Clamp.java#body");
  }

  @Test
  void aMissingRegionIsNamed() throws IOException {
    Guide guide = page("<!-- snippet: Clamp.java#gone -->\n```java\nx\n```\n");
    Files.writeString(folder.resolve("Clamp.java"), "class Clamp {}");

    assertThat(Snippets.differences(guide)).singleElement().asString().contains("no region gone");
  }

  @Test
  void aMarkWithoutABlockIsAnError() {
    assertThatThrownBy(() -> page("<!-- run: -->\nno block\n"))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("no code block follows");
  }

  @Test
  void blocksRunInBashAndAreHeldToTheirPromise() throws IOException, InterruptedException {
    Guide guide =
        page(
            """
            <!-- run: expect "hello" -->
            ```bash
            echo hello
            ```
            <!-- run: exit 3 -->
            ```bash
            exit 3
            ```
            <!-- run: expect "good" -->
            ```bash
            echo bad
            ```
            <!-- run: needs no_such_tool -->
            ```bash
            false
            ```
            """);
    Walk walk = new Walk(folder);

    assertThat(walk.run(guide.commands().get(0))).isEmpty();
    assertThat(walk.run(guide.commands().get(1))).isEmpty();
    assertThat(walk.run(guide.commands().get(2)))
        .hasValueSatisfying(p -> assertThat(p).contains("lacks \"good\""));
    assertThat(Walk.missing(guide.commands().get(3))).contains("no_such_tool is not installed");
  }
}
