package imaging.filters;

/**
 * Which Huffman tables a JPEG file has defined so far. A scan that names another is damaged; one
 * library would refuse it, the other silently take a table of its own.
 */
final class JpegTables {

  // Bit 0 to 3: tables for the mean of a block (DC), bit 16 to 19: for its details (AC).
  private int defined;

  /** Notes the tables of the segment (DHT) from its marker to {@code end}. */
  void define(Bytes bytes, int at, int end) throws BrokenFileException {
    int table = at + 4;
    while (table < end) {
      int codes = 0;
      for (int length = 1; length <= 16; length++) {
        codes += bytes.u8(table + length);
      }
      defined |= bit(bytes.u8(table));
      table += 17 + codes;
    }
  }

  /** Checks the scan header (SOS) whose marker stands at {@code at}. */
  void checkScan(Bytes bytes, int at) throws BrokenFileException {
    int channels = bytes.u8(at + 4);
    int after = at + 5 + 2 * channels;
    boolean mean = bytes.u8(after) == 0 && bytes.u8(after + 2) >> 4 == 0;
    boolean details = bytes.u8(after + 1) > 0;
    for (int i = 0; i < channels; i++) {
      int tables = bytes.u8(at + 6 + 2 * i);
      if (mean) {
        need(bit(tables >> 4));
      }
      if (details) {
        need(bit(0x10 | (tables & 15)));
      }
    }
  }

  private void need(int table) throws BrokenFileException {
    if ((defined & table) == 0) {
      throw BrokenFileException.damaged("a Huffman table is missing");
    }
  }

  private static int bit(int classAndNumber) {
    return 1 << (classAndNumber & 0x1F);
  }
}
