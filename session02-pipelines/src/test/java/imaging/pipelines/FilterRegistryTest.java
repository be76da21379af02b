package imaging.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import imaging.filters.ImagingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterRegistryTest {

  private static final FilterDefinition MINE =
      FilterDefinition.of("mine", "Mine", _ -> new Grayscale());

  @Test
  void aFilterComesInWithoutAChangeOfTheStandardOnes() {
    FilterRegistry larger = FilterRegistry.standard().with(MINE);
    assertThat(FilterPipeline.parse("mine|edges", larger).steps()).hasSize(2);
    assertThat(FilterRegistry.standard().names())
        .containsExactly("grayscale", "blur", "boxblur", "brightness", "edges", "sobel");
  }

  @Test
  void aNameThatIsTakenIsRefused() {
    assertThatThrownBy(() -> FilterRegistry.standard().with(MINE).with(MINE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'mine' is registered already");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Upper", "two words", "a|b", "a=b", "1st", "é"})
  void aNameThatTheParserCouldNotReadIsRefused(String name) {
    assertThatThrownBy(() -> FilterDefinition.of(name, "?", _ -> new Grayscale()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Parameter.Whole(name, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRuleThatOnlyTheFilterKnowsBecomesASyntaxFault() {
    FilterRegistry registry =
        FilterRegistry.standard()
            .with(
                FilterDefinition.of("odd", "?", _ -> refuse(new IllegalArgumentException("even"))))
            .with(FilterDefinition.of("own", "?", _ -> refuse(new ImagingException("too small"))));
    assertThatThrownBy(() -> FilterPipeline.parse("edges|odd", registry))
        .isInstanceOf(PipelineSyntaxException.class)
        .hasMessage("filter 'odd' refused its values at column 7: even");
    assertThatThrownBy(() -> FilterPipeline.parse("own", registry))
        .hasMessage("filter 'own' refused its values at column 1: too small");
  }

  private static Grayscale refuse(RuntimeException reason) {
    throw reason;
  }

  @Test
  void askingForAParameterThatWasNotDeclaredIsAMistakeOfTheProgrammer() {
    FilterRegistry registry =
        FilterRegistry.standard()
            .with(
                FilterDefinition.of(
                    "mine",
                    "?",
                    values -> values.whole("size") > 0 ? new Grayscale() : new Grayscale()));
    assertThatThrownBy(() -> FilterPipeline.parse("mine", registry))
        .hasMessageContaining("no parameter 'size' was declared");
  }

  @ParameterizedTest
  @CsvSource({"blur,blur,0", "blurr,blur,1", "bulr,blur,1", "lur,blur,1", "plum,blur,2", "'',ab,2"})
  void distanceCountsLettersAndSwaps(String a, String b, int distance) {
    assertThat(NearestName.distance(a, b)).isEqualTo(distance);
    assertThat(NearestName.distance(b, a)).isEqualTo(distance);
  }
}
