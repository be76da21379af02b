package imaging.filters;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of small pictures in rows, each with a label below it. For one thread.
 *
 * <p>Where Java finds no fonts (slim containers have none) the labels are left out, and {@link
 * #hasLabels()} says so; the pictures are worth having without.
 */
public final class ContactSheet {

  private static final int GAP = 16;
  private static final int LABEL = 26;
  private static final int TITLE = 56;
  private static final Color PAPER = new Color(0xFAFAF7);
  private static final Color INK = new Color(0x303030);
  private static final Color CELL = new Color(0xECECE8);
  private static final int SQUARE = 8;

  /** Draws one line of text; a seam for tests, since fonts cannot be taken away from a JVM. */
  interface Labels {
    void draw(Graphics2D graphics, String text, int left, int top, int width);
  }

  private record Picture(String label, BufferedImage image) {}

  private final String title;
  private final int columns;
  private final int cellWidth;
  private final int cellHeight;
  private final Labels labels;
  private final List<Picture> pictures = new ArrayList<>();
  private boolean hasLabels = true;

  /**
   * An empty page.
   *
   * @param title stands at the top
   * @param columns pictures in a row, at least 1
   * @param cellWidth room for a picture, in pixels
   * @param cellHeight room for a picture, in pixels
   */
  public ContactSheet(String title, int columns, int cellWidth, int cellHeight) {
    this(title, columns, cellWidth, cellHeight, ContactSheet::drawText);
  }

  ContactSheet(String title, int columns, int cellWidth, int cellHeight, Labels labels) {
    if (columns < 1 || cellWidth < 1 || cellHeight < 1) {
      throw new ImagingException(
          "A contact sheet of %d columns of %d x %d pixels is too small; give at least 1 of each"
              .formatted(columns, cellWidth, cellHeight));
    }
    this.title = title;
    this.columns = columns;
    this.cellWidth = cellWidth;
    this.cellHeight = cellHeight;
    this.labels = labels;
  }

  /** Adds the next picture, from left to right; it is made smaller where it does not fit. */
  public void add(String label, BufferedImage image) {
    pictures.add(new Picture(label, Thumbnails.fit(image, cellWidth, cellHeight)));
  }

  /** {@return the page, of TYPE_INT_RGB} */
  public BufferedImage draw() {
    int rows = (pictures.size() + columns - 1) / columns;
    BufferedImage page =
        new BufferedImage(
            GAP + columns * (cellWidth + GAP),
            TITLE + rows * (cellHeight + LABEL + GAP),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = page.createGraphics();
    graphics.setColor(PAPER);
    graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 20));
    label(graphics, title, GAP, GAP, page.getWidth() - 2 * GAP);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    for (int i = 0; i < pictures.size(); i++) {
      int left = GAP + i % columns * (cellWidth + GAP);
      int top = TITLE + i / columns * (cellHeight + LABEL + GAP);
      draw(graphics, pictures.get(i), left, top);
    }
    graphics.dispose();
    return page;
  }

  /** {@return whether all labels could be drawn on the last page} */
  public boolean hasLabels() {
    return hasLabels;
  }

  private void draw(Graphics2D graphics, Picture picture, int left, int top) {
    BufferedImage image = picture.image();
    int x = left + (cellWidth - image.getWidth()) / 2;
    int y = top + (cellHeight - image.getHeight()) / 2;
    graphics.setColor(CELL);
    graphics.fillRect(left, top, cellWidth, cellHeight);
    if (image.getColorModel().hasAlpha()) {
      chequers(graphics, x, y, image.getWidth(), image.getHeight());
    }
    graphics.drawImage(image, x, y, null);
    label(graphics, picture.label(), left, top + cellHeight + 5, cellWidth);
  }

  /** What shines through a transparent picture. */
  private static void chequers(Graphics2D graphics, int left, int top, int width, int height) {
    for (int y = 0; y < height; y += SQUARE) {
      for (int x = 0; x < width; x += SQUARE) {
        graphics.setColor((x + y) / SQUARE % 2 == 0 ? Color.WHITE : Color.LIGHT_GRAY);
        graphics.fillRect(
            left + x, top + y, Math.min(SQUARE, width - x), Math.min(SQUARE, height - y));
      }
    }
  }

  private void label(Graphics2D graphics, String text, int left, int top, int width) {
    try {
      graphics.setColor(INK);
      labels.draw(graphics, text, left, top, width);
    } catch (RuntimeException | LinkageError | InternalError e) {
      hasLabels = false; // what Java throws without fonts depends on what exactly is missing
    }
  }

  private static void drawText(Graphics2D graphics, String text, int left, int top, int width) {
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    FontMetrics metrics = graphics.getFontMetrics();
    int room = Math.max(0, (width - metrics.stringWidth(text)) / 2);
    graphics.drawString(text, left + room, top + metrics.getAscent());
  }
}
