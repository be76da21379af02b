package imaging.filters;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the segments of a JPEG file, from its start marker to its end marker, without
 * decoding. A decoder left alone fills a truncated photograph with grey and says nothing; here a
 * missing end marker is an error.
 *
 * <p>Format: ITU-T T.81, annex B.
 */
final class JpegSegments {

  // A progressive photograph has about 10 scans. Each costs a pass over all pixels, so that a
  // small hostile file could keep a decoder busy for minutes.
  private static final int MAX_SCANS = 100;

  private final Bytes bytes;
  private final ByteArrayOutputStream kept;
  private final JpegTables tables = new JpegTables();
  private @Nullable JpegFrame frame;
  private int adobeTransform = -1;
  private boolean jfif;
  private int orientation = 1;
  private int scans;

  private JpegSegments(Bytes bytes) {
    this.bytes = bytes;
    this.kept = new ByteArrayOutputStream(bytes.length());
  }

  static JpegSegments walk(Bytes bytes) throws BrokenFileException {
    JpegSegments segments = new JpegSegments(bytes);
    int at = 2;
    while (bytes.u8(marker(bytes, at) + 1) != 0xD9) {
      at = segments.take(marker(bytes, at));
    }
    if (segments.scans == 0) {
      throw BrokenFileException.damaged("it has no pixels");
    }
    return segments;
  }

  JpegFrame frame() throws BrokenFileException {
    JpegFrame found = frame;
    if (found == null) {
      throw BrokenFileException.damaged("it has no frame header");
    }
    return found;
  }

  /** {@return the transform of the Adobe marker, or -1 without one} */
  int adobeTransform() {
    return adobeTransform;
  }

  boolean jfif() {
    return jfif;
  }

  int orientation() {
    return orientation;
  }

  /** {@return the segments that a decoder needs, without start and end marker} */
  byte[] kept() {
    return kept.toByteArray();
  }

  /** Where the marker itself begins: any number of 0xFF may stand before it. */
  private static int marker(Bytes bytes, int at) throws BrokenFileException {
    if (bytes.u8(at) != 0xFF) {
      throw BrokenFileException.damaged("a marker was expected at byte " + at);
    }
    int marker = at;
    while (bytes.u8(marker + 1) == 0xFF) {
      marker++;
    }
    return marker;
  }

  /** Takes one segment and returns where the next one begins. */
  private int take(int at) throws BrokenFileException {
    int end = at + 2 + bytes.u16(at + 2);
    bytes.need(at, end - at);
    if (end < at + 4) {
      throw BrokenFileException.damaged("the segment at byte %d has no length".formatted(at));
    }
    switch (bytes.u8(at + 1)) {
      case 0xE0 -> jfif |= bytes.has(at + 4, "JFIF\0");
      case 0xE1 -> {
        if (bytes.has(at + 4, "Exif\0\0")) {
          orientation = Exif.orientation(bytes, at + 10);
        }
      }
      case 0xEE -> {
        if (bytes.has(at + 4, "Adobe") && end >= at + 16) {
          adobeTransform = bytes.u8(at + 15);
        }
      }
      case 0xC4 -> {
        tables.define(bytes, at, end);
        keep(at, end);
      }
      case 0xDB, 0xDD -> keep(at, end); // quantisation tables, restart interval
      case 0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF ->
          takeFrame(at, end);
      case 0xDA -> {
        return takeScan(at, end);
      }
      default -> {} // comments and other notes
    }
    return end;
  }

  private void takeFrame(int at, int end) throws BrokenFileException {
    if (frame != null) {
      throw BrokenFileException.damaged("it has two frame headers");
    }
    frame = JpegFrame.read(bytes, at);
    keep(at, end);
  }

  private int takeScan(int at, int end) throws BrokenFileException {
    if (++scans > MAX_SCANS) {
      throw BrokenFileException.damaged("it has more than %d scans".formatted(MAX_SCANS));
    }
    frame();
    tables.checkScan(bytes, at);
    int next = endOfScan(end);
    keep(at, next);
    return next;
  }

  /** In compressed data 0xFF is followed by 0 (a real 0xFF) or by a restart marker, else it ends. */
  private int endOfScan(int start) throws BrokenFileException {
    byte[] array = bytes.array();
    for (int i = start; i < array.length - 1; i++) {
      if (array[i] == -1) {
        int next = array[i + 1] & 0xFF;
        if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
          return i;
        }
      }
    }
    throw BrokenFileException.truncated();
  }

  private void keep(int from, int to) {
    kept.write(bytes.array(), from, to - from);
  }
}
