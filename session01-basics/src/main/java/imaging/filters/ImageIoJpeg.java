package imaging.filters;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEG by the JDK's own ImageIO: always there. */
record ImageIoJpeg(String name) implements JpegCodec {

  @Override
  public int[] decode(JpegFile file) throws BrokenFileException {
    return switch (file.colour()) {
      case GREY -> grey(readInto(file, BufferedImage.TYPE_BYTE_GRAY));
      // The type in which the decoder works: any other costs a conversion pixel by pixel.
      case RGB, YCC -> rgb(readInto(file, BufferedImage.TYPE_3BYTE_BGR));
      case CMYK, YCCK -> fourChannels(file);
    };
  }

  private static byte[] readInto(JpegFile file, int type) throws BrokenFileException {
    BufferedImage image = new BufferedImage(file.width(), file.height(), type);
    JdkReaders.read(
        "jpeg",
        file.clean(),
        reader -> {
          ImageReadParam param = reader.getDefaultReadParam();
          param.setDestination(image);
          return reader.read(0, param);
        },
        JpegCodec::damaged);
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }

  private static int[] grey(byte[] samples) {
    int[] pixels = new int[samples.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 0xFF000000 | (samples[i] & 0xFF) * 0x010101;
    }
    return pixels;
  }

  private static int[] rgb(byte[] bgr) {
    int[] pixels = new int[bgr.length / 3];
    for (int i = 0, at = 0; i < pixels.length; i++, at += 3) {
      pixels[i] =
          0xFF000000 | (bgr[at + 2] & 0xFF) << 16 | (bgr[at + 1] & 0xFF) << 8 | (bgr[at] & 0xFF);
    }
    return pixels;
  }

  private static int[] fourChannels(JpegFile file) throws BrokenFileException {
    Raster raster =
        JdkReaders.read(
            "jpeg", file.clean(), reader -> reader.readRaster(0, null), JpegCodec::damaged);
    byte[] samples = ((DataBufferByte) raster.getDataBuffer()).getData();
    int[] pixels = new int[samples.length / 4];
    for (int i = 0, at = 0; i < pixels.length; i++, at += 4) {
      pixels[i] =
          (samples[at] & 0xFF)
              | (samples[at + 1] & 0xFF) << 8
              | (samples[at + 2] & 0xFF) << 16
              | samples[at + 3] << 24;
    }
    return pixels;
  }

  @Override
  public byte[] encode(Pixels opaque, int quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream file = new ByteArrayOutputStream(opaque.argb().length / 4 + 1024);
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(file)) {
      writer.setOutput(stream);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality / 100f);
      writer.write(null, new IIOImage(bgr(opaque), null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }

  private static BufferedImage bgr(Pixels pixels) {
    BufferedImage image =
        new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    int at = 0;
    for (int pixel : pixels.argb()) {
      samples[at] = (byte) pixel;
      samples[at + 1] = (byte) (pixel >> 8);
      samples[at + 2] = (byte) (pixel >> 16);
      at += 3;
    }
    return image;
  }
}
