package imaging.pipelines;

import imaging.filters.ImagingException;

/**
 * A text that is no pipeline: says what is wrong, in which column, and what to write instead.
 *
 * <p>The text may come from a stranger, so what is quoted of it is short and holds no control
 * characters: a message may go into a log or an HTTP answer as it is.
 */
public final class PipelineSyntaxException extends ImagingException {

  private static final int QUOTED = 30;
  private static final int WINDOW = 30;

  private final String text;
  private final int offset;

  /**
   * @param text the whole text
   * @param offset where in it the fault is, from 0 to its length
   * @param what such as {@code unknown filter 'blurr'}
   * @param advice such as {@code did you mean 'blur'?}
   */
  PipelineSyntaxException(String text, int offset, String what, String advice) {
    super("%s at column %d: %s".formatted(what, columnOf(text, offset), advice));
    this.text = text;
    this.offset = offset;
  }

  /** {@return where the fault is: 1 for the first character; a letter of two chars counts once} */
  public int column() {
    return columnOf(text, offset);
  }

  /**
   * {@return two lines, the text and below it a caret under the fault} Of a long text only the part
   * around the fault.
   */
  public String caret() {
    int from = Math.max(0, offset - WINDOW);
    int to = Math.min(text.length(), offset + WINDOW);
    String before = printable(text.substring(from, offset));
    String shown = (from > 0 ? "…" : "") + before + printable(text.substring(offset, to));
    int indent = (from > 0 ? 1 : 0) + before.codePointCount(0, before.length());
    return shown + (to < text.length() ? "…" : "") + "\n" + " ".repeat(indent) + "^";
  }

  /** {@return a piece of the text between quotes, shortened, control characters as a question mark} */
  static String quote(String piece) {
    boolean cut = piece.length() > QUOTED;
    return "'" + printable(cut ? piece.substring(0, QUOTED) : piece) + (cut ? "…'" : "'");
  }

  private static int columnOf(String text, int offset) {
    return text.codePointCount(0, offset) + 1;
  }

  private static String printable(String piece) {
    StringBuilder safe = new StringBuilder();
    piece.codePoints().map(c -> isPrintable(c) ? c : '?').forEach(safe::appendCodePoint);
    return safe.toString();
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
