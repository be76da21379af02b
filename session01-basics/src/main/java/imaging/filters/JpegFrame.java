package imaging.filters;

/**
 * The frame header of a JPEG file (SOF): size, channels and how coarsely each is stored.
 *
 * @param width in pixels
 * @param height in pixels
 * @param ids a name for each channel, usually 1, 2, 3 or 'R', 'G', 'B'
 * @param sampling for each channel, horizontal times 16 plus vertical factor
 */
record JpegFrame(int width, int height, int[] ids, int[] sampling) {

  /** Reads the header whose marker stands at {@code at}. */
  static JpegFrame read(Bytes bytes, int at) throws BrokenFileException {
    int marker = bytes.u8(at + 1);
    if (marker > 0xC2) {
      throw BrokenFileException.unsupported("a lossless or arithmetic-coded JPEG");
    }
    if (bytes.u8(at + 4) != 8) {
      throw BrokenFileException.unsupported("a JPEG of more than 8 bits a channel");
    }
    int channels = bytes.u8(at + 9);
    if (bytes.u16(at + 2) != 8 + 3 * channels) {
      throw BrokenFileException.damaged("the length of its frame header is wrong");
    }
    if (channels != 1 && channels != 3 && channels != 4) {
      throw BrokenFileException.unsupported("a JPEG of " + channels + " channels");
    }
    int[] ids = new int[channels];
    int[] sampling = new int[channels];
    for (int i = 0; i < channels; i++) {
      ids[i] = bytes.u8(at + 10 + 3 * i);
      sampling[i] = bytes.u8(at + 11 + 3 * i);
    }
    return new JpegFrame(bytes.u16(at + 7), bytes.u16(at + 5), ids, sampling);
  }

  /**
   * {@return what the channels mean, by the rules of libjpeg: the Adobe marker says it, else JFIF
   * means YCbCr, else the channels' names tell}
   *
   * @param adobeTransform of the Adobe marker, or -1 without one
   */
  JpegFile.Colour colour(int adobeTransform, boolean jfif) {
    return switch (ids.length) {
      case 1 -> JpegFile.Colour.GREY;
      case 4 -> adobeTransform == 2 ? JpegFile.Colour.YCCK : JpegFile.Colour.CMYK;
      default -> isRgb(adobeTransform, jfif) ? JpegFile.Colour.RGB : JpegFile.Colour.YCC;
    };
  }

  private boolean isRgb(int adobeTransform, boolean jfif) {
    if (jfif) {
      return false;
    }
    return adobeTransform == 0
        || (adobeTransform < 0 && ids[0] == 'R' && ids[1] == 'G' && ids[2] == 'B');
  }

  /** {@return whether any channel has half the rows of the first but as many columns} */
  boolean halvedRows() {
    for (int factors : sampling) {
      boolean sameColumns = factors >> 4 == sampling[0] >> 4;
      if (sameColumns && (factors & 15) * 2 == (sampling[0] & 15)) {
        return true;
      }
    }
    return false;
  }
}
