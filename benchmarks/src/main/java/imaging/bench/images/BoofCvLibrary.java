package imaging.bench.images;

import boofcv.alg.color.ColorRgb;
import boofcv.alg.filter.blur.BlurImageOps;
import boofcv.alg.misc.PixelMath;
import boofcv.concurrency.BoofConcurrency;
import boofcv.struct.image.GrayU8;
import boofcv.struct.image.Planar;
import java.awt.image.BufferedImage;
import java.util.function.BiConsumer;
import org.ddogleg.struct.DogArray_I32;
import org.jspecify.annotations.Nullable;
import pabeles.concurrency.GrowArray;

/** BoofCV on one thread: an array of bytes for each colour, results into a ready image. */
record BoofCvLibrary() implements Library {

  @Override
  public @Nullable Work prepare(Operation operation, Photograph photograph) {
    BoofConcurrency.USE_CONCURRENT = false;
    Planar<GrayU8> image = planes(photograph.image());
    GrayU8 room = image.getBand(0).createSameShape();
    GrowArray<DogArray_I32> work = new GrowArray<>(DogArray_I32::new);
    return switch (operation) {
      case GRAYSCALE -> {
        GrayU8 grey = room.createSameShape();
        yield new Step<GrayU8>(
            () -> {
              ColorRgb.rgbToGray_Weighted(image, grey);
              return grey;
            },
            result -> Pictures.grey(result.width, result.height, result.data));
      }
      case BRIGHTNESS -> bands(image, (in, out) -> PixelMath.multiply(in, 1.5, 0, 255, out));
      case GAUSSIAN_2 -> bands(image, (in, out) -> BlurImageOps.gaussian(in, out, 2, 6, room));
      case GAUSSIAN_10 -> bands(image, (in, out) -> BlurImageOps.gaussian(in, out, 10, 30, room));
      case BOX_2 -> bands(image, (in, out) -> BlurImageOps.mean(in, out, 2, room, work));
      case BOX_10 -> bands(image, (in, out) -> BlurImageOps.mean(in, out, 10, room, work));
      case EDGES, SOBEL, SHRINK, DECODE, ENCODE, PIPELINE -> null;
    };
  }

  private static Work bands(Planar<GrayU8> image, BiConsumer<GrayU8, GrayU8> filter) {
    Planar<GrayU8> result = image.createSameShape();
    return new Step<Planar<GrayU8>>(
        () -> {
          for (int i = 0; i < image.getNumBands(); i++) {
            filter.accept(image.getBand(i), result.getBand(i));
          }
          return result;
        },
        BoofCvLibrary::picture);
  }

  private static Planar<GrayU8> planes(BufferedImage image) {
    int width = image.getWidth();
    Planar<GrayU8> planes = new Planar<>(GrayU8.class, width, image.getHeight(), 3);
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    for (int band = 0; band < 3; band++) {
      byte[] samples = planes.getBand(band).data;
      for (int i = 0; i < pixels.length; i++) {
        samples[i] = (byte) (pixels[i] >> 16 - 8 * band);
      }
    }
    return planes;
  }

  private static BufferedImage picture(Planar<GrayU8> planes) {
    byte[] red = planes.getBand(0).data;
    byte[] green = planes.getBand(1).data;
    byte[] blue = planes.getBand(2).data;
    int[] pixels = new int[red.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (red[i] & 0xFF) << 16 | (green[i] & 0xFF) << 8 | blue[i] & 0xFF;
    }
    BufferedImage image =
        new BufferedImage(planes.width, planes.height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, planes.width, planes.height, pixels, 0, planes.width);
    return image;
  }
}
