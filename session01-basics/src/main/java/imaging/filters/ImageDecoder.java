package imaging.filters;

import java.awt.image.BufferedImage;
import java.util.Locale;

/** From the bytes of a file to an image: which format, whole or not, how large, then decode. */
final class ImageDecoder {

  private final JpegCodec jpeg;
  private final ImageLimits limits;

  ImageDecoder(JpegCodec jpeg, ImageLimits limits) {
    this.jpeg = jpeg;
    this.limits = limits;
  }

  BufferedImage decode(byte[] array) throws BrokenFileException {
    Bytes bytes = new Bytes(array);
    DecodedImage decoded =
        switch (FileFormat.of(bytes)) {
          case JPEG -> jpeg(bytes);
          case PNG -> png(bytes);
          case GIF -> gif(bytes);
          case BMP -> bmp(bytes);
          case WEBP -> webp(bytes);
        };
    return decoded.toImage();
  }

  /** Looks through the whole file, as {@link #decode} does first, and stops there. */
  ImageInfo inspect(byte[] array) throws BrokenFileException {
    Bytes bytes = new Bytes(array);
    FileFormat format = FileFormat.of(bytes);
    String name = format.name().toLowerCase(Locale.ROOT);
    return switch (format) {
      case JPEG -> JpegFile.check(bytes, limits).info(name);
      case PNG -> PngFile.check(bytes, limits).info(name);
      case GIF -> GifFile.check(bytes, limits).info(name);
      case BMP -> BmpFile.check(bytes, limits).info(name);
      case WEBP -> WebpFile.check(bytes, limits).info(name);
    };
  }

  private DecodedImage jpeg(Bytes bytes) throws BrokenFileException {
    JpegFile file = JpegFile.check(bytes, limits);
    int[] samples = jpeg.decode(file);
    if (file.colour().channels() == 4) {
      Cmyk.toRgb(samples, file.colour() == JpegFile.Colour.YCCK);
    }
    Pixels stored = new Pixels(file.width(), file.height(), samples);
    return new DecodedImage(stored, false).upright(file.orientation());
  }

  private DecodedImage png(Bytes bytes) throws BrokenFileException {
    PngFile file = PngFile.check(bytes, limits);
    return StandardDecoder.decode("png", file.clean(), file.width(), file.height())
        .upright(file.orientation());
  }

  private DecodedImage gif(Bytes bytes) throws BrokenFileException {
    GifFile file = GifFile.check(bytes, limits);
    return StandardDecoder.decode("gif", file.clean(), file.frameWidth(), file.frameHeight())
        .onScreen(file);
  }

  private DecodedImage bmp(Bytes bytes) throws BrokenFileException {
    BmpFile file = BmpFile.check(bytes, limits);
    return StandardDecoder.decode("bmp", bytes.array(), file.width(), file.height());
  }

  private DecodedImage webp(Bytes bytes) throws BrokenFileException {
    WebpFile file = WebpFile.check(bytes, limits);
    return StandardDecoder.decode("webp", file.clean(), file.width(), file.height())
        .upright(file.orientation());
  }
}
