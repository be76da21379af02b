package imaging.filters;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A JPEG file looked through before any decoder sees it: complete, its size known, and written anew
 * with only what decoders need.
 *
 * <p>Why anew: colour profiles, comments and camera notes are where decoders disagree (and fail).
 * Without them, and with one marker that says what the channels mean, every decoder gives the same
 * pixels. Profiles are thereby not applied, as in Pillow.
 *
 * @param width in pixels, as stored
 * @param height in pixels, as stored
 * @param colour what the channels mean
 * @param orientation 1 to 8, from EXIF
 * @param halvedRows whether colour has half the rows but all columns; decoders disagree on those
 * @param clean the file for a decoder
 */
record JpegFile(
    int width, int height, Colour colour, int orientation, boolean halvedRows, byte[] clean) {

  /** What the channels of a JPEG file mean. */
  enum Colour {
    GREY(1),
    RGB(3),
    YCC(3),
    CMYK(4),
    YCCK(4);

    private final int channels;

    Colour(int channels) {
      this.channels = channels;
    }

    int channels() {
      return channels;
    }
  }

  ImageInfo info(String format) {
    return new ImageInfo(format, width, height);
  }

  static JpegFile check(Bytes bytes, ImageLimits limits) throws BrokenFileException {
    JpegSegments segments = JpegSegments.walk(bytes);
    JpegFrame frame = segments.frame();
    limits.check(frame.width(), frame.height());
    Colour colour = frame.colour(segments.adobeTransform(), segments.jfif());
    return new JpegFile(
        frame.width(),
        frame.height(),
        colour,
        segments.orientation(),
        frame.halvedRows(),
        clean(segments.kept(), colour));
  }

  private static byte[] clean(byte[] segments, Colour colour) {
    ByteArrayOutputStream file = new ByteArrayOutputStream(segments.length + 32);
    file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
    file.writeBytes(
        switch (colour) {
          // JFIF 1.1, no density: grey or YCbCr.
          case GREY, YCC -> segment(0xE0, "JFIF\0\1\1\0\0\1\0\1\0\0");
          // Adobe, transform 0: the channels as they are. Ink is converted by Cmyk, not by the
          // decoder.
          case RGB, CMYK, YCCK -> segment(0xEE, "Adobe\0\144\0\0\0\0\0");
        });
    file.writeBytes(segments);
    file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
    return file.toByteArray();
  }

  private static byte[] segment(int marker, String body) {
    byte[] content = body.getBytes(StandardCharsets.ISO_8859_1);
    byte[] segment = new byte[content.length + 4];
    segment[0] = (byte) 0xFF;
    segment[1] = (byte) marker;
    segment[3] = (byte) (content.length + 2);
    System.arraycopy(content, 0, segment, 4, content.length);
    return segment;
  }
}
