package imaging.pipelines.lab;

import imaging.filters.ImagingException;

/** A text that is no expression. Given: nothing to write here. */
public final class ExpressionException extends ImagingException {

  private final int column;

  /**
   * The message becomes {@code problem at column 7: advice}.
   *
   * @param problem such as {@code unexpected ')'}
   * @param column where; the first character of the text is 1
   * @param advice what to write instead
   */
  public ExpressionException(String problem, int column, String advice) {
    super("%s at column %d: %s".formatted(problem, column, advice));
    this.column = column;
  }

  /** {@return where the fault is; the first character of the text is 1} */
  public int column() {
    return column;
  }
}
