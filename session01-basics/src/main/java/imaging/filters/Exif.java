package imaging.filters;

/**
 * Finds the one EXIF field that changes how a photograph is shown: its orientation. Cameras store
 * the sensor's rows as they come and note how the camera was held.
 */
final class Exif {

  private static final int ORIENTATION = 0x0112;

  private Exif() {}

  /**
   * {@return the orientation 1 to 8; 1 (upright) where the data is odd, for a photograph with a
   * broken note is still a photograph}
   *
   * @param tiff where the TIFF header ("II*" or "MM*") begins
   */
  static int orientation(Bytes bytes, int tiff) {
    try {
      return find(bytes, tiff);
    } catch (BrokenFileException e) {
      return 1;
    }
  }

  private static int find(Bytes bytes, int tiff) throws BrokenFileException {
    boolean little = bytes.has(tiff, "II*\0");
    if (!little && !bytes.has(tiff, "MM\0*")) {
      return 1;
    }
    long directory = tiff + (little ? bytes.u32le(tiff + 4) : bytes.u32(tiff + 4));
    bytes.need(directory, 2);
    int entries = number(bytes, (int) directory, little);
    for (int i = 0; i < entries; i++) {
      int entry = (int) directory + 2 + 12 * i;
      if (number(bytes, entry, little) == ORIENTATION) {
        int value = number(bytes, entry + 8, little);
        return value >= 1 && value <= 8 ? value : 1;
      }
    }
    return 1;
  }

  private static int number(Bytes bytes, int at, boolean little) throws BrokenFileException {
    return little ? bytes.u16le(at) : bytes.u16(at);
  }
}
