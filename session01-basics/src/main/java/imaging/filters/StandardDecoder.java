package imaging.filters;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * PNG, GIF, BMP and WebP by ImageIO, with the numbers of the file as they are.
 *
 * <p>Drawing a grey image onto another would send it through Java's linear grey colour space and
 * change every value; so samples are copied, never converted. 16-bit samples keep their upper half.
 */
final class StandardDecoder {

  private StandardDecoder() {}

  static DecodedImage decode(String format, byte[] file, int width, int height)
      throws BrokenFileException {
    BufferedImage image =
        JdkReaders.read(
            format,
            file,
            reader -> reader.read(0),
            cause -> BrokenFileException.damaged("its pixels make no sense", cause));
    if (image.getWidth() != width || image.getHeight() != height) {
      throw BrokenFileException.damaged("its header and its pixels disagree");
    }
    int[] argb = new int[width * height];
    try {
      copy(image, argb);
    } catch (ArrayIndexOutOfBoundsException e) {
      throw BrokenFileException.damaged("a colour outside its palette", e);
    }
    return new DecodedImage(new Pixels(width, height, argb), image.getColorModel().hasAlpha());
  }

  private static void copy(BufferedImage image, int[] argb) {
    ColorModel model = image.getColorModel();
    if (model instanceof IndexColorModel palette) {
      copyPalette(image.getRaster(), palette, argb);
    } else if (model instanceof ComponentColorModel) {
      copySamples(image.getRaster(), model.getComponentSize(0), argb);
    } else { // packed sRGB, as BMP of 16 bits: needs no colour conversion
      image.getRGB(0, 0, image.getWidth(), image.getHeight(), argb, 0, image.getWidth());
    }
  }

  private static void copyPalette(Raster raster, IndexColorModel palette, int[] argb) {
    int[] colours = new int[palette.getMapSize()];
    palette.getRGBs(colours);
    int width = raster.getWidth();
    int[] row = new int[width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        argb[y * width + x] = colours[row[x]];
      }
    }
  }

  private static void copySamples(Raster raster, int bits, int[] argb) {
    int bands = raster.getNumBands();
    int width = raster.getWidth();
    int shift = bits - 8;
    boolean grey = bands < 3;
    boolean alpha = bands == 2 || bands == 4;
    int[] row = new int[width * bands];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++) {
        int at = x * bands;
        int red = row[at] >> shift;
        int green = grey ? red : row[at + 1] >> shift;
        int blue = grey ? red : row[at + 2] >> shift;
        int opacity = alpha ? row[at + bands - 1] >> shift : 255;
        argb[y * width + x] = opacity << 24 | red << 16 | green << 8 | blue;
      }
    }
  }
}
