package imaging.filters;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * A PNG file looked through before the decoder sees it: each chunk has a checksum, which the JDK's
 * decoder does not check, and an end chunk. Only chunks with pixels are handed on.
 *
 * <p>Format: W3C Portable Network Graphics, section 5.
 *
 * @param width in pixels
 * @param height in pixels
 * @param orientation 1 to 8
 * @param clean the file for the decoder
 */
record PngFile(int width, int height, int orientation, byte[] clean) {

  private static final int FIRST_CHUNK = 8;

  ImageInfo info(String format) {
    return new ImageInfo(format, width, height);
  }

  static PngFile check(Bytes bytes, ImageLimits limits) throws BrokenFileException {
    if (bytes.length() >= 16 && !bytes.has(FIRST_CHUNK + 4, "IHDR")) {
      throw BrokenFileException.damaged("its header is missing");
    }
    long width = bytes.u32(16);
    long height = bytes.u32(20);
    limits.check(width, height);
    ByteArrayOutputStream clean = new ByteArrayOutputStream(bytes.length());
    clean.write(bytes.array(), 0, FIRST_CHUNK);
    int orientation = 1;
    int at = FIRST_CHUNK;
    while (true) {
      int end = endOfChunk(bytes, at);
      if (isCritical(bytes, at) || bytes.has(at + 4, "tRNS")) {
        checkSum(bytes, at, end);
        clean.write(bytes.array(), at, end - at);
      } else if (bytes.has(at + 4, "eXIf")) {
        orientation = Exif.orientation(new Bytes(Arrays.copyOf(bytes.array(), end)), at + 8);
      }
      if (bytes.has(at + 4, "IEND")) {
        return new PngFile((int) width, (int) height, orientation, clean.toByteArray());
      }
      at = end;
    }
  }

  private static int endOfChunk(Bytes bytes, int at) throws BrokenFileException {
    long length = bytes.u32(at) + 12;
    bytes.need(at, length);
    return (int) (at + length);
  }

  /** Chunks that no reader may skip have a name that begins with a capital letter. */
  private static boolean isCritical(Bytes bytes, int at) throws BrokenFileException {
    return (bytes.u8(at + 4) & 0x20) == 0;
  }

  private static void checkSum(Bytes bytes, int at, int end) throws BrokenFileException {
    CRC32 crc = new CRC32();
    crc.update(bytes.array(), at + 4, end - at - 8);
    if (crc.getValue() != bytes.u32(end - 4)) {
      throw BrokenFileException.damaged("the checksum at byte %d is wrong".formatted(end - 4));
    }
  }
}
