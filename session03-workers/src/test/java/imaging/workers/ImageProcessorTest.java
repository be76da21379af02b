package imaging.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import imaging.filters.Images;
import imaging.filters.ImagingException;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageProcessorTest {

  private final InMemoryImageStore store = new InMemoryImageStore();
  private final ImageProcessor processor = new ImageProcessor(store);

  @BeforeEach
  void storeARedImage() {
    BufferedImage red = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    red.setRGB(0, 0, 0xffff0000);
    red.setRGB(1, 0, 0xffff0000);
    store.put("in.png", Images.encode(red, "png"));
    store.put("in.JPG", Images.encode(red, "jpg"));
    store.put("in.gif", Images.encode(red, "png")); // bytes decide, not the name
  }

  @Test
  void theResultIsStoredUnderTheTask() {
    String reference = processor.process(Tasks.task("t1"));
    assertThat(reference).isEqualTo("t1.png");
    int grey = Images.read(store.get(reference), reference).getRGB(0, 0);
    assertThat(grey & 0xff).isEqualTo(grey >> 8 & 0xff).isEqualTo(grey >> 16 & 0xff);
  }

  @Test
  void jpegStaysJpegAndAllElseBecomesPng() {
    assertThat(processor.process(task("in.JPG"))).isEqualTo("t.jpg");
    assertThat(processor.process(task("in.gif"))).isEqualTo("t.png");
  }

  @ParameterizedTest
  @ValueSource(strings = {"blurr", "blur:radius=-1", "blur:radius=x", "edges|"})
  void aBadPipelineFailsForGood(String pipeline) {
    assertThatThrownBy(() -> processor.process(Tasks.task("t", pipeline)))
        .isInstanceOf(PermanentFailure.class)
        .hasMessageContaining("column");
  }

  @Test
  void bytesThatAreNoImageFailForGood() {
    store.put("bad.png", new byte[] {1, 2, 3});
    assertThatThrownBy(() -> processor.process(task("bad.png")))
        .isInstanceOf(PermanentFailure.class)
        .hasMessageContaining("bad.png");
  }

  @Test
  void aMissingImageMayComeLater() {
    assertThatThrownBy(() -> processor.process(task("later.png")))
        .isInstanceOf(ImagingException.class)
        .isNotInstanceOf(PermanentFailure.class)
        .hasMessageContaining("later.png");
  }

  private static ImageTask task(String image) {
    return new ImageTask("t", image, "edges", 0, Instant.EPOCH, Map.of());
  }
}
