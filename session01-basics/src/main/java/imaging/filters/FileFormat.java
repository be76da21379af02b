package imaging.filters;

import imaging.filters.UnreadableImageException.Reason;

/** The formats that are read here, told apart by their first bytes, never by the file's name. */
enum FileFormat {
  JPEG("\u00ff\u00d8\u00ff"),
  PNG("\u0089PNG\r\n\u001a\n"),
  GIF("GIF8"),
  BMP("BM"),
  WEBP("RIFF");

  private final String start;

  FileFormat(String start) {
    this.start = start;
  }

  static FileFormat of(Bytes bytes) throws BrokenFileException {
    if (bytes.length() == 0) {
      throw new BrokenFileException(Reason.EMPTY, "is empty; copy or download it again");
    }
    for (FileFormat format : values()) {
      if (bytes.has(0, format.start) && (format != WEBP || bytes.has(8, "WEBP"))) {
        return format;
      }
    }
    throw unknown(bytes);
  }

  private static BrokenFileException unknown(Bytes bytes) {
    for (FileFormat format : values()) {
      if (bytes.length() < 12 && isStartOf(bytes, format.start)) {
        return BrokenFileException.truncated();
      }
    }
    if (bytes.has(0, "II*\0") || bytes.has(0, "MM\0*")) {
      return BrokenFileException.unsupported("a TIFF or camera raw image");
    }
    if (bytes.has(4, "ftyp")) {
      return BrokenFileException.unsupported("a HEIC, AVIF or video file");
    }
    if (bytes.has(0, "8BPS")) {
      return BrokenFileException.unsupported("a Photoshop document");
    }
    return new BrokenFileException(
        Reason.NOT_AN_IMAGE,
        "is not an image, whatever its name says; give a JPEG, PNG, GIF, BMP or WebP file");
  }

  private static boolean isStartOf(Bytes bytes, String start) {
    int count = Math.min(bytes.length(), start.length());
    return bytes.has(0, start.substring(0, count));
  }
}
