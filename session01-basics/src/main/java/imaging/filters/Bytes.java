package imaging.filters;

import java.nio.charset.StandardCharsets;

/**
 * Reads numbers out of a file's bytes and never beyond them: what is missing is reported as a file
 * that ends too early, not as an ArrayIndexOutOfBoundsException.
 */
record Bytes(byte[] array) {

  int length() {
    return array.length;
  }

  int u8(int at) throws BrokenFileException {
    need(at, 1);
    return array[at] & 0xFF;
  }

  /** Most significant byte first. */
  int u16(int at) throws BrokenFileException {
    return u8(at) << 8 | u8(at + 1);
  }

  /** Most significant byte first. */
  long u32(int at) throws BrokenFileException {
    return (long) u16(at) << 16 | u16(at + 2);
  }

  /** Least significant byte first. */
  int u16le(int at) throws BrokenFileException {
    return u8(at) | u8(at + 1) << 8;
  }

  /** Least significant byte first. */
  int u24le(int at) throws BrokenFileException {
    return u16le(at) | u8(at + 2) << 16;
  }

  /** Least significant byte first. */
  long u32le(int at) throws BrokenFileException {
    return u16le(at) | (long) u16le(at + 2) << 16;
  }

  /** {@return whether these ASCII characters stand there; false beyond the end} */
  boolean has(int at, String ascii) {
    byte[] wanted = ascii.getBytes(StandardCharsets.ISO_8859_1);
    if (at < 0 || at + wanted.length > array.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (array[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** Checks that {@code count} bytes follow {@code at}. */
  void need(long at, long count) throws BrokenFileException {
    if (at < 0 || count < 0 || at + count > array.length) {
      throw BrokenFileException.truncated();
    }
  }
}
