package imaging.filters;

/**
 * A BMP file's header: the size, and whether all rows are there.
 *
 * @param width in pixels
 * @param height in pixels
 */
record BmpFile(int width, int height) {

  private static final int OLD_HEADER = 12;

  ImageInfo info(String format) {
    return new ImageInfo(format, width, height);
  }

  static BmpFile check(Bytes bytes, ImageLimits limits) throws BrokenFileException {
    long header = bytes.u32le(14);
    boolean old = header == OLD_HEADER;
    if (!old && header < 40) {
      throw BrokenFileException.damaged("its header has an unknown length");
    }
    long width = old ? bytes.u16le(18) : (int) bytes.u32le(18);
    // A negative height means that the rows go from top to bottom.
    long height = old ? bytes.u16le(20) : Math.abs((long) (int) bytes.u32le(22));
    int bits = bytes.u16le(old ? 24 : 28);
    long compression = old ? 0 : bytes.u32le(30);
    limits.check(width, height);
    if (compression == 0 || compression == 3) {
      long row = (width * bits + 31) / 32 * 4;
      bytes.need(bytes.u32le(10), row * height);
    } else if (compression > 3) {
      throw BrokenFileException.unsupported("a BMP with an unusual compression");
    }
    return new BmpFile((int) width, (int) height);
  }
}
