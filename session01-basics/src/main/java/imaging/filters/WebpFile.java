package imaging.filters;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A WebP file's size and the chunks with pixels; colour profile and camera notes are left out.
 *
 * <p>Format: RFC 9649.
 *
 * @param width in pixels
 * @param height in pixels
 * @param orientation 1 to 8
 * @param clean the file for the decoder
 */
record WebpFile(int width, int height, int orientation, byte[] clean) {

  private static final int FIRST_CHUNK = 12;
  private static final int ANIMATED = 0x02;
  private static final int ALPHA = 0x10;

  ImageInfo info(String format) {
    return new ImageInfo(format, width, height);
  }

  static WebpFile check(Bytes bytes, ImageLimits limits) throws BrokenFileException {
    long length = bytes.u32le(4) + 8;
    bytes.need(0, length);
    ByteArrayOutputStream clean = new ByteArrayOutputStream(bytes.length());
    clean.write(bytes.array(), 0, FIRST_CHUNK);
    int orientation = 1;
    int[] size = {0, 0};
    for (int at = FIRST_CHUNK; at + 8 <= length; ) {
      int end = endOfChunk(bytes, at);
      if (bytes.has(at, "EXIF")) {
        // Some programs put the prefix of JPEG before it.
        int tiff = bytes.has(at + 8, "Exif\0\0") ? at + 14 : at + 8;
        orientation = Exif.orientation(new Bytes(Arrays.copyOf(bytes.array(), end)), tiff);
      } else if (hasPixels(bytes, at)) {
        int[] found = size(bytes, at);
        limits.check(found[0], found[1]);
        size = size[0] == 0 ? found : size;
        clean.write(bytes.array(), at, end - at);
      } else if (bytes.has(at, "ALPH")) {
        clean.write(bytes.array(), at, end - at);
      }
      at = end;
    }
    limits.check(size[0], size[1]);
    return new WebpFile(size[0], size[1], orientation, finished(clean.toByteArray()));
  }

  /** Chunks have an even length in the file. */
  private static int endOfChunk(Bytes bytes, int at) throws BrokenFileException {
    long length = bytes.u32le(at + 4);
    bytes.need(at, 8 + length);
    return (int) Math.min(at + 8 + length + (length & 1), bytes.length());
  }

  private static boolean hasPixels(Bytes bytes, int at) {
    return bytes.has(at, "VP8 ") || bytes.has(at, "VP8L") || bytes.has(at, "VP8X");
  }

  private static int[] size(Bytes bytes, int at) throws BrokenFileException {
    if (bytes.has(at, "VP8X")) {
      if ((bytes.u8(at + 8) & ANIMATED) != 0) {
        throw BrokenFileException.unsupported("an animated WebP");
      }
      return new int[] {1 + bytes.u24le(at + 12), 1 + bytes.u24le(at + 15)};
    }
    if (bytes.has(at, "VP8L")) {
      long packed = bytes.u32le(at + 9);
      return new int[] {1 + (int) (packed & 0x3FFF), 1 + (int) ((packed >> 14) & 0x3FFF)};
    }
    return new int[] {bytes.u16le(at + 14) & 0x3FFF, bytes.u16le(at + 16) & 0x3FFF};
  }

  /** Corrects the length of the file and the list of what it holds. */
  private static byte[] finished(byte[] clean) {
    int length = clean.length - 8;
    for (int i = 0; i < 4; i++) {
      clean[4 + i] = (byte) (length >> (8 * i));
    }
    if (new Bytes(clean).has(FIRST_CHUNK, "VP8X")) {
      clean[FIRST_CHUNK + 8] &= ALPHA;
    }
    return clean;
  }
}
