package imaging.bench.images;

import java.awt.Image;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ColorConvertOp;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** The JDK's own {@code BufferedImageOp}s and ImageIO, each result a new image. */
record JdkLibrary() implements Library {

  @Override
  public @Nullable Work prepare(Operation operation, Photograph photograph) {
    BufferedImage image = photograph.image();
    return switch (operation) {
      case GRAYSCALE ->
          filter(new ColorConvertOp(ColorSpace.getInstance(ColorSpace.CS_GRAY), null), image);
      case BRIGHTNESS -> filter(new RescaleOp(1.5f, 0, null), image);
      case GAUSSIAN_2 -> twice(Kernels.bell(2), image);
      case GAUSSIAN_10 -> twice(Kernels.bell(10), image);
      case BOX_2 -> twice(Kernels.box(2), image);
      case BOX_10 -> twice(Kernels.box(10), image);
      case EDGES -> filter(new ConvolveOp(new Kernel(3, 3, Kernels.EDGES)), image);
      case SHRINK -> new Step<>(() -> shrunk(image), Pictures::rgb);
      case DECODE -> {
        byte[] jpeg = photograph.jpeg();
        yield new Step<>(() -> ImageIO.read(new ByteArrayInputStream(jpeg)), Pictures::rgb);
      }
      case ENCODE -> new Step<>(() -> encoded(image), Pictures::decoded);
      case SOBEL, PIPELINE -> null;
    };
  }

  private static Work filter(BufferedImageOp op, BufferedImage image) {
    return new Step<>(() -> op.filter(image, null), Pictures::rgb);
  }

  /** Along the rows, then down the columns. */
  private static Work twice(float[] weights, BufferedImage image) {
    ConvolveOp along = new ConvolveOp(new Kernel(weights.length, 1, weights));
    ConvolveOp down = new ConvolveOp(new Kernel(1, weights.length, weights));
    return new Step<>(() -> down.filter(along.filter(image, null), null), Pictures::rgb);
  }

  private static BufferedImage shrunk(BufferedImage image) {
    int width = image.getWidth() / 4;
    int height = image.getHeight() / 4;
    Image small = image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    result.createGraphics().drawImage(small, 0, 0, null);
    return result;
  }

  private static byte[] encoded(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(file)) {
      writer.setOutput(stream);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(0.85f);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }

  /** Weights that add up to 1. */
  static final class Kernels {

    static final float[] EDGES = {-1, -1, -1, -1, 8, -1, -1, -1, -1};

    private Kernels() {}

    static float[] box(int radius) {
      float[] weights = new float[2 * radius + 1];
      Arrays.fill(weights, 1f / weights.length);
      return weights;
    }

    static float[] bell(int sigma) {
      int radius = 3 * sigma;
      float[] weights = new float[2 * radius + 1];
      float sum = 0;
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) Math.exp(-Math.pow((i - radius) / (double) sigma, 2) / 2);
        sum += weights[i];
      }
      for (int i = 0; i < weights.length; i++) {
        weights[i] /= sum;
      }
      return weights;
    }
  }
}
