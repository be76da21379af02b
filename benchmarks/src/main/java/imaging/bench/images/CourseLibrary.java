package imaging.bench.images;

import imaging.filters.BoxBlur;
import imaging.filters.Brightness;
import imaging.filters.Edges;
import imaging.filters.GaussianBlur;
import imaging.filters.ImageFilter;
import imaging.filters.Images;
import imaging.filters.Pixels;
import imaging.filters.SobelEdges;
import imaging.filters.Thumbnails;
import imaging.pipelines.FilterPipeline;
import imaging.pipelines.Grayscale;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * The course itself.
 *
 * @param reuse true: filters write into one image again and again, as OpenCV, ImageJ and BoofCV do;
 *     false: each result is a new image, as with Pillow and the JDK
 */
record CourseLibrary(boolean reuse) implements Library {

  @Override
  public @Nullable Work prepare(Operation operation, Photograph photograph) {
    BufferedImage image = photograph.image();
    return switch (operation) {
      case GRAYSCALE -> filter(new Grayscale(), image);
      case BRIGHTNESS -> filter(new Brightness(1.5), image);
      case GAUSSIAN_2 -> filter(new GaussianBlur(2), image);
      case GAUSSIAN_10 -> filter(new GaussianBlur(10), image);
      case BOX_2 -> filter(new BoxBlur(2), image);
      case BOX_10 -> filter(new BoxBlur(10), image);
      case EDGES -> filter(new Edges(), image);
      case SOBEL -> filter(new SobelEdges(), image);
      case SHRINK -> {
        int width = image.getWidth() / 4;
        int height = image.getHeight() / 4;
        yield new Step<>(() -> Thumbnails.fit(image, width, height), Pictures::rgb);
      }
      case DECODE -> {
        byte[] jpeg = photograph.jpeg();
        yield new Step<>(() -> Images.read(jpeg, "photograph"), Pictures::rgb);
      }
      case ENCODE -> new Step<>(() -> Images.encode(image, "jpg", 0.85), Pictures::decoded);
      case PIPELINE -> pipeline(photograph.jpeg());
    };
  }

  private Work filter(ImageFilter filter, BufferedImage image) {
    if (!reuse) {
      return new Step<>(() -> filter.apply(image), Pictures::rgb);
    }
    BufferedImage ready = Pixels.blankLike(image);
    Pixels source = Pixels.of(image);
    Pixels target = Pixels.of(ready);
    return new Step<>(
        () -> {
          filter.filter(source, target);
          return ready;
        },
        Pictures::rgb);
  }

  private static Work pipeline(byte[] jpeg) {
    ImageFilter filters = FilterPipeline.parse("grayscale|blur:radius=2|edges");
    return new Step<>(
        () -> Images.encode(filters.apply(Images.read(jpeg, "photograph")), "jpg", 0.85),
        Pictures::decoded);
  }
}
