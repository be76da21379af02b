package imaging.bench.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs each benchmark once, on the small photograph, so that none of them rots. */
class ImageBenchmarkTest {

  @ParameterizedTest
  @EnumSource(Operation.class)
  void eachContenderDoesWhatItClaimsTo(Operation operation) {
    for (Contender contender : Contender.values()) {
      if (contender.takesPartIn(operation)) {
        BufferedImage picture = pictureBy(contender, operation);
        int scale = operation == Operation.SHRINK ? 4 : 1;
        assertThat(picture.getWidth()).as(contender.label()).isEqualTo(2000 / scale);
        assertThat(picture.getHeight()).as(contender.label()).isEqualTo(1125 / scale);
      }
    }
  }

  private static BufferedImage pictureBy(Contender contender, Operation operation) {
    Photograph photograph = Photograph.of(Photograph.Size.OWN);
    Library.Work work = contender.library().prepare(operation, photograph);
    assertThat(work).as("%s, %s", contender, operation).isNotNull();
    return work.picture(work.run());
  }
}
