package imaging.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineParserTest {

  @Nested
  class RightText {

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "grayscale; grayscale",
          "grayscale|blur:radius=2|edges; grayscale|blur:radius=2|edges",
          "'  boxblur : radius = 4\t| sobel '; boxblur:radius=4|sobel",
          "brightness:factor=1.50; brightness:factor=1.5",
          "brightness:factor=1.0E-4; brightness:factor=1.0E-4",
          "blur:radius=0; blur:radius=0",
          "blur:radius=90; blur:radius=90",
        })
    void isReadAndWrittenBackInItsShortestForm(String text, String written) {
      assertThat(FilterPipeline.parse(text)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t "})
    void blankTextIsTheEmptyPipeline(String text) {
      assertThat(FilterPipeline.parse(text).steps()).isEmpty();
    }

    @Test
    void isAllowedUpToBothLimits() {
      String steps = "edges" + "|edges".repeat(FilterPipeline.MAX_STEPS - 1);
      String full = steps + " ".repeat(FilterPipeline.MAX_CHARACTERS - steps.length());
      assertThat(FilterPipeline.parse(full).steps()).hasSize(FilterPipeline.MAX_STEPS);
    }
  }

  @Nested
  class WrongText {

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        quoteCharacter = '"',
        value = {
          "grayscale|blurr:radius=2; unknown filter 'blurr' at column 11: did you mean 'blur'?",
          "Blur:radius=2; unknown filter 'Blur' at column 1: did you mean 'blur'?",
          "qwertz; unknown filter 'qwertz' at column 1: there is grayscale, blur, boxblur, brightness, edges, sobel",
          "edges|; text ends at column 7: the name of a filter must stand here",
          "|edges; unexpected '|' at column 1: the name of a filter must stand here",
          "edges||sobel; unexpected '|' at column 7: the name of a filter must stand here",
          "edges sobel; unexpected 's' at column 7: filters are separated by '|'",
          "edges#; unexpected '#' at column 6: filters are separated by '|'",
          "blur; filter 'blur' without its radius at column 1: write blur:radius=…, a number from 0 to 90",
          "blur:; text ends at column 6: the name of a parameter must stand here",
          "blur:radius; no value of 'radius' at column 12: write radius=…, a number from 0 to 90",
          "blur:radius=; no value of 'radius' at column 13: radius is a number from 0 to 90",
          "blur:radius=|edges; no value of 'radius' at column 13: radius is a number from 0 to 90",
          "blur:raduis=2; unknown parameter 'raduis' at column 6: did you mean 'radius'?",
          "blur:radius=2,radius=3; parameter 'radius' written twice at column 15: write it once",
          "blur:radius=two; value 'two' at column 13: radius is a number from 0 to 90",
          "blur:radius=-1; value '-1' at column 13: radius is a number from 0 to 90",
          "blur:radius=90.1; value '90.1' at column 13: radius is a number from 0 to 90",
          "blur:radius=1e999; value '1e999' at column 13: radius is a number from 0 to 90",
          "blur:radius=NaN; value 'NaN' at column 13: radius is a number from 0 to 90",
          "blur:radius=1,5; unknown parameter '5' at column 15: there is radius",
          "boxblur:radius=1.5; value '1.5' at column 16: radius is a whole number from 0 to 90",
          "boxblur:radius=9999999999; value '9999999999' at column 16: radius is a whole number from 0 to 90",
          "edges:radius=2; filter 'edges' with a parameter at column 7: it has none, write only its name",
        })
    void isAnsweredWithColumnAndAdvice(String text, String message) {
      assertThatThrownBy(() -> FilterPipeline.parse(text))
          .isInstanceOf(PipelineSyntaxException.class)
          .hasMessage(message);
    }

    @Test
    void isRefusedOverTheLimits() {
      assertThat(faultOf("e".repeat(FilterPipeline.MAX_CHARACTERS + 1)))
          .hasMessage(
              "pipeline of 1001 characters too long at column 1001: write 1000 characters at most");
      assertThat(faultOf("edges" + "|edges".repeat(FilterPipeline.MAX_STEPS)))
          .hasMessage("too many filters at column 121: use 20 at most");
    }

    @Test
    void isQuotedShortAndHarmless() {
      assertThat(faultOf("x".repeat(900)).getMessage()).hasSizeLessThan(150);
      assertThat(faultOf("blur:radius=\u001B[2J\r\n").getMessage()).contains("value '?[2J??'");
      assertThat(faultOf("edges|\u202Esobel").getMessage()).contains("unexpected '?' at column 7");
    }

    @Test
    void isShownWithACaretBelowTheFault() {
      assertThat(faultOf("edges|blurr|sobel").caret()).isEqualTo("edges|blurr|sobel\n      ^");
      assertThat(faultOf("edges|").caret()).isEqualTo("edges|\n      ^");
      String caret = faultOf("edges|".repeat(10) + "oops" + "|edges".repeat(8)).caret();
      assertThat(caret)
          .isEqualTo(
              "…"
                  + "edges|".repeat(5)
                  + "oops|edges|edges|edges|edges|e…\n"
                  + " ".repeat(31)
                  + "^");
    }

    @Test
    void columnsCountALetterOfTwoCharsOnce() {
      PipelineSyntaxException fault = faultOf("brightness:factor=😀|blurr:radius=1");
      assertThat(fault.column()).isEqualTo(19);
      assertThat(faultOf("😀").getMessage()).startsWith("unexpected '😀' at column 1");
    }
  }

  private static PipelineSyntaxException faultOf(String text) {
    return catchThrowableOfType(PipelineSyntaxException.class, () -> FilterPipeline.parse(text));
  }
}
