package imaging.bench.images;

import ij.Prefs;
import ij.plugin.filter.GaussianBlur;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * ImageJ 1. Its filters change the image in place, so each run starts with a copy of the pixels
 * into a ready image. It has no box blur: its mean filter is round.
 */
record ImageJLibrary() implements Library {

  private static final int[] EDGES = {-1, -1, -1, -1, 8, -1, -1, -1, -1};

  @Override
  public @Nullable Work prepare(Operation operation, Photograph photograph) {
    Prefs.setThreads(1);
    ColorProcessor image = new ColorProcessor(photograph.image());
    return switch (operation) {
      case GRAYSCALE -> {
        image.setRGBWeights(0.299, 0.587, 0.114);
        yield new Step<ByteProcessor>(
            image::convertToByteProcessor, grey -> Pictures.rgb(grey.getBufferedImage()));
      }
      case BRIGHTNESS -> inPlace(image, copy -> copy.applyTable(brighter()));
      case GAUSSIAN_2 -> inPlace(image, copy -> blur(copy, 2));
      case GAUSSIAN_10 -> inPlace(image, copy -> blur(copy, 10));
      case EDGES -> inPlace(image, copy -> copy.convolve3x3(EDGES));
      case SOBEL -> inPlace(image, ImageProcessor::findEdges);
      case BOX_2, BOX_10, SHRINK, DECODE, ENCODE, PIPELINE -> null;
    };
  }

  private static Work inPlace(ColorProcessor image, Consumer<ImageProcessor> filter) {
    ColorProcessor copy = (ColorProcessor) image.duplicate();
    int[] from = (int[]) image.getPixels();
    int[] to = (int[]) copy.getPixels();
    return new Step<>(
        () -> {
          System.arraycopy(from, 0, to, 0, from.length);
          filter.accept(copy);
          return copy;
        },
        result -> Pictures.rgb(result.getBufferedImage()));
  }

  private static void blur(ImageProcessor image, double sigma) {
    new GaussianBlur().blurGaussian(image, sigma, sigma, 0.002);
  }

  private static int[] brighter() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = Math.min(i * 3 / 2, 255);
    }
    return table;
  }
}
