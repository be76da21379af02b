package imaging.bench.images;

import imaging.filters.Pixels;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Brings the results of all libraries into one form: TYPE_INT_RGB. */
final class Pictures {

  private Pictures() {}

  /** {@return the image itself or a copy; grey samples as they are, with no colour conversion} */
  static BufferedImage rgb(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_INT_RGB) {
      return image;
    }
    if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
      byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
      return grey(image.getWidth(), image.getHeight(), samples);
    }
    if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
      byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
      return bgr(image.getWidth(), image.getHeight(), samples);
    }
    int width = image.getWidth();
    BufferedImage copy = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      copy.setRGB(0, y, width, 1, image.getRGB(0, y, width, 1, row, 0, width), 0, width);
    }
    return copy;
  }

  static BufferedImage grey(int width, int height, byte[] samples) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] pixels = Pixels.of(image).argb();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (samples[i] & 0xFF) * 0x010101;
    }
    return image;
  }

  static BufferedImage bgr(int width, int height, byte[] samples) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] pixels = Pixels.of(image).argb();
    for (int i = 0, at = 0; i < pixels.length; i++, at += 3) {
      pixels[i] =
          (samples[at + 2] & 0xFF) << 16 | (samples[at + 1] & 0xFF) << 8 | samples[at] & 0xFF;
    }
    return image;
  }

  /** {@return the picture in a JPEG file, by the JDK's decoder} */
  static BufferedImage decoded(byte[] jpeg) {
    try {
      return rgb(ImageIO.read(new ByteArrayInputStream(jpeg)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
