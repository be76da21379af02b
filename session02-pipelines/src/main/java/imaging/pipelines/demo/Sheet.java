package imaging.pipelines.demo;

import imaging.filters.ContactSheet;
import imaging.filters.Images;
import imaging.pipelines.BatchOutcome;
import imaging.pipelines.BatchReport;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One picture of a batch: each input beside its result, in the order of the report. */
final class Sheet {

  private static final int MOST = 20;

  private record Pair(Path before, Path after) {}

  private Sheet() {}

  /** {@return whether there was anything to show} At most 20 images, so that it stays one page. */
  static boolean write(BatchReport report, String title, Path file) {
    List<Pair> pairs = report.outcomes().stream().flatMap(Sheet::pair).limit(MOST).toList();
    if (pairs.isEmpty()) {
      return false;
    }
    ContactSheet sheet = new ContactSheet(title, pairs.size() == 1 ? 2 : 4, 260, 200);
    for (Pair pair : pairs) {
      sheet.add(pair.before().getFileName().toString(), Images.read(pair.before()));
      sheet.add("result", Images.read(pair.after()));
    }
    Images.write(sheet.draw(), file);
    return true;
  }

  private static Stream<Pair> pair(BatchOutcome outcome) {
    return switch (outcome) {
      case BatchOutcome.Written written -> Stream.of(new Pair(written.input(), written.output()));
      case BatchOutcome.Skipped skipped -> Stream.of(new Pair(skipped.input(), skipped.output()));
      case BatchOutcome.Failed _, BatchOutcome.Cancelled _ -> Stream.empty();
    };
  }
}
