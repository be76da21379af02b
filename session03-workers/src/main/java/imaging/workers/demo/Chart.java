package imaging.workers.demo;

import imaging.filters.ImagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Measurements as bars, how often faster than one thread; an SVG that each browser shows. */
final class Chart {

  private static final int LEFT = 170;
  private static final int WIDTH = 480;
  private static final int STEP = 34;
  private static final List<String> COLOURS = List.of("#8a8f98", "#2f6fde", "#e0803a");

  private Chart() {}

  static void write(List<Demo.Row> rows, Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, svg(rows));
    } catch (IOException e) {
      throw new ImagingException("cannot write %s: check that there is room".formatted(file), e);
    }
  }

  private static String svg(List<Demo.Row> rows) {
    double most = rows.stream().mapToDouble(Demo.Row::ratio).max().orElse(1);
    StringBuilder bars = new StringBuilder();
    int y = 60;
    String work = "";
    for (int i = 0; i < rows.size(); i++) {
      Demo.Row row = rows.get(i);
      if (!row.work().equals(work)) {
        work = row.work();
        bars.append(heading(work, y + 16));
        y += STEP;
      }
      bars.append(bar(row, y, most, COLOURS.get(i % COLOURS.size())));
      y += STEP;
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 780 %d" font-family="sans-serif" font-size="14">
        <rect width="100%%" height="100%%" fill="white"/>
        <text x="20" y="32" font-size="18" font-weight="bold">Times as many tasks a second as one thread</text>
        %s</svg>
        """
        .formatted(y + 10, bars);
  }

  private static String heading(String work, int y) {
    return "<text x=\"20\" y=\"%d\" font-weight=\"bold\">%s</text>\n".formatted(y, work);
  }

  private static String bar(Demo.Row row, int y, double most, String colour) {
    int width = (int) Math.max(2, Math.round(WIDTH * row.ratio() / most));
    return String.format(
        Locale.ROOT,
        """
        <text x="%d" y="%d" text-anchor="end">%s</text>
        <rect x="%d" y="%d" width="%d" height="24" fill="%s"/>
        <text x="%d" y="%d">%.1f x</text>
        """,
        LEFT - 10,
        y + 17,
        row.way(),
        LEFT,
        y,
        width,
        colour,
        LEFT + width + 8,
        y + 17,
        row.ratio());
  }
}
