package imaging.monitoring.demo;

import imaging.filters.Images;
import imaging.filters.ImagingException;
import imaging.pipelines.BatchRunner;
import imaging.workers.FolderImageStore;
import imaging.workers.ImageStore;
import imaging.workers.ImageTask;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Small copies of photographs in a store, and what to do with them. */
final class Photos {

  /** Files that are no images, and a pipeline cannot help them. */
  static final List<String> BROKEN = List.of("letter.jpg", "empty.png");

  private static final int SIDE = 480;
  private static final int CELL = 160;
  private static final int COLUMNS = 8;
  private static final int MOST = 16;

  private final List<String> names;
  private final ImageStore store;

  private Photos(List<String> names, ImageStore store) {
    this.names = names;
    this.store = store;
  }

  /** {@return the images of a folder, each no larger than 480 pixels, in a store} */
  static Photos prepare(Path folder, Path target) {
    if (!Files.isDirectory(folder)) {
      throw new ImagingException("%s is no folder: give one with --images".formatted(folder));
    }
    ImageStore store = new FolderImageStore(target);
    List<String> names = new ArrayList<>();
    for (Path file : BatchRunner.imagesIn(folder)) {
      byte[] bytes = Images.encode(fitted(Images.read(file), SIDE), "jpg");
      names.add(store.put("photo-%d.jpg".formatted(names.size() + 1), bytes));
    }
    if (names.isEmpty()) {
      throw new ImagingException(
          "there is no image in %s: give another --images".formatted(folder));
    }
    store.put(BROKEN.get(0), "Dear Sir".getBytes(StandardCharsets.UTF_8));
    store.put(BROKEN.get(1), new byte[0]);
    return new Photos(names, store);
  }

  ImageStore store() {
    return store;
  }

  /** {@return tasks on all photographs in turn; those on broken files stand in the middle} */
  List<ImageTask> tasks(int count, String pipeline) {
    List<ImageTask> tasks = new ArrayList<>();
    String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    for (int i = 0; i < count; i++) {
      int fromMiddle = i - count / 2;
      boolean broken = fromMiddle >= 0 && fromMiddle < BROKEN.size() && count > BROKEN.size();
      String image = broken ? BROKEN.get(fromMiddle) : names.get(i % names.size());
      String id = "%s-%d".formatted(run, i + 1);
      tasks.add(new ImageTask(id, image, pipeline, 0, Instant.now(), Map.of()));
    }
    return tasks;
  }

  /** {@return the file, in which the first results stand side by side} */
  Path contactSheet(List<String> results, Path file) {
    List<String> shown = results.stream().limit(MOST).toList();
    int rows = Math.max(1, Math.ceilDiv(shown.size(), COLUMNS));
    BufferedImage sheet =
        new BufferedImage(COLUMNS * CELL, rows * CELL, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setColor(new Color(0xF4F4F0));
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    for (int i = 0; i < shown.size(); i++) {
      BufferedImage image = fitted(Images.read(store.get(shown.get(i)), shown.get(i)), CELL - 8);
      int x = i % COLUMNS * CELL + (CELL - image.getWidth()) / 2;
      int y = i / COLUMNS * CELL + (CELL - image.getHeight()) / 2;
      g.drawImage(image, x, y, null);
    }
    g.dispose();
    Images.write(sheet, file);
    return file;
  }

  /** Halves until one more would be too small: a single big step down would skip pixels. */
  private static BufferedImage fitted(BufferedImage image, int side) {
    BufferedImage current = image;
    while (Math.max(current.getWidth(), current.getHeight()) >= 2 * side) {
      current = scaled(current, 0.5);
    }
    int longest = Math.max(current.getWidth(), current.getHeight());
    return longest <= side ? current : scaled(current, (double) side / longest);
  }

  private static BufferedImage scaled(BufferedImage image, double factor) {
    int width = Math.max(1, (int) (image.getWidth() * factor));
    int height = Math.max(1, (int) (image.getHeight() * factor));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = small.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(image, 0, 0, width, height, null);
    g.dispose();
    return small;
  }

  @Override
  public String toString() {
    return "%d photographs of at most %d pixels".formatted(names.size(), SIDE);
  }
}
