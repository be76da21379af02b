package imaging.filters;

import java.util.Arrays;

/**
 * A GIF file up to the end of its first frame. The frame may be smaller than the screen on which it
 * is shown; the rest of the screen is transparent.
 *
 * @param width of the screen in pixels
 * @param height of the screen in pixels
 * @param left where the frame stands on the screen
 * @param top where the frame stands on the screen
 * @param frameWidth in pixels
 * @param frameHeight in pixels
 * @param clean a file with that frame only
 */
record GifFile(
    int width, int height, int left, int top, int frameWidth, int frameHeight, byte[] clean) {

  ImageInfo info(String format) {
    return new ImageInfo(format, width, height);
  }

  static GifFile check(Bytes bytes, ImageLimits limits) throws BrokenFileException {
    bytes.need(0, 13);
    int at = 13 + tableSize(bytes.u8(10));
    while (bytes.u8(at) == 0x21) { // extensions: comments, and the transparent colour
      at = endOfBlocks(bytes, at + 2);
    }
    if (bytes.u8(at) != 0x2C) {
      throw BrokenFileException.damaged("it has no frame");
    }
    int left = bytes.u16le(at + 1);
    int top = bytes.u16le(at + 3);
    int frameWidth = bytes.u16le(at + 5);
    int frameHeight = bytes.u16le(at + 7);
    int width = Math.max(bytes.u16le(6), left + frameWidth);
    int height = Math.max(bytes.u16le(8), top + frameHeight);
    limits.check(frameWidth, frameHeight);
    limits.check(width, height);
    int end = endOfBlocks(bytes, at + 10 + tableSize(bytes.u8(at + 9)) + 1);
    byte[] clean = Arrays.copyOf(bytes.array(), end + 1);
    clean[end] = 0x3B; // the end of the file
    return new GifFile(width, height, left, top, frameWidth, frameHeight, clean);
  }

  private static int tableSize(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  /** Blocks begin with their length; one of length 0 ends them. */
  private static int endOfBlocks(Bytes bytes, int at) throws BrokenFileException {
    int block = at;
    while (bytes.u8(block) != 0) {
      block += 1 + bytes.u8(block);
    }
    return block + 1;
  }
}
