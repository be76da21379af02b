package imaging.pipelines.demo;

import imaging.filters.Images;
import imaging.pipelines.BatchOutcome;
import imaging.pipelines.BatchReport;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One picture of a batch: each input beside its result, in the order of the report. */
final class ContactSheet {

  private static final int CELL = 240;
  private static final int GAP = 12;
  private static final int LABEL = 24;
  private static final int PAIRS_A_ROW = 3;
  private static final int MOST = 24;

  private record Pair(Path before, Path after) {}

  private ContactSheet() {}

  /** {@return whether there was anything to show} At most 24 images, so that memory stays bounded. */
  static boolean write(BatchReport report, Path file) {
    List<Pair> pairs = report.outcomes().stream().flatMap(ContactSheet::pair).limit(MOST).toList();
    if (pairs.isEmpty()) {
      return false;
    }
    Images.write(draw(pairs), file);
    return true;
  }

  private static Stream<Pair> pair(BatchOutcome outcome) {
    return switch (outcome) {
      case BatchOutcome.Written written -> Stream.of(new Pair(written.input(), written.output()));
      case BatchOutcome.Skipped skipped -> Stream.of(new Pair(skipped.input(), skipped.output()));
      case BatchOutcome.Failed _, BatchOutcome.Cancelled _ -> Stream.empty();
    };
  }

  private static BufferedImage draw(List<Pair> pairs) {
    int columns = Math.min(PAIRS_A_ROW, pairs.size());
    int rows = (pairs.size() + columns - 1) / columns;
    int pairWidth = 2 * CELL + 2 * GAP;
    BufferedImage sheet =
        new BufferedImage(
            columns * pairWidth + GAP,
            rows * (CELL + LABEL + GAP) + GAP,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(new Color(0xF4F4F0));
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    for (int i = 0; i < pairs.size(); i++) {
      int x = GAP + i % columns * pairWidth;
      int y = GAP + i / columns * (CELL + LABEL + GAP);
      drawPair(g, pairs.get(i), x, y);
    }
    g.dispose();
    return sheet;
  }

  private static void drawPair(Graphics2D g, Pair pair, int x, int y) {
    drawFitted(g, Images.read(pair.before()), x, y);
    drawFitted(g, Images.read(pair.after()), x + CELL + GAP / 2, y);
    g.setColor(Color.DARK_GRAY);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    g.drawString(pair.before().getFileName().toString(), x, y + CELL + 17);
  }

  private static void drawFitted(Graphics2D g, BufferedImage image, int x, int y) {
    BufferedImage small = halvedTo(image);
    double scale = Math.min(1.0 * CELL / small.getWidth(), 1.0 * CELL / small.getHeight());
    int width = Math.max(1, (int) (small.getWidth() * scale));
    int height = Math.max(1, (int) (small.getHeight() * scale));
    g.setColor(new Color(0xD8D8D4));
    g.fillRect(x, y, CELL, CELL);
    g.drawImage(small, x + (CELL - width) / 2, y + (CELL - height) / 2, width, height, null);
  }

  /** Halves until one more would be too small: a single big step down would skip pixels. */
  private static BufferedImage halvedTo(BufferedImage image) {
    BufferedImage current = image;
    while (Math.max(current.getWidth(), current.getHeight()) >= 2 * CELL) {
      int width = Math.max(1, current.getWidth() / 2);
      int height = Math.max(1, current.getHeight() / 2);
      BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
      Graphics2D g = half.createGraphics();
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      g.drawImage(current, 0, 0, width, height, null);
      g.dispose();
      current = half;
    }
    return current;
  }
}
