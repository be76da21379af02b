package imaging.filters.demo;

import imaging.filters.BoxBlur;
import imaging.filters.Brightness;
import imaging.filters.ContactSheet;
import imaging.filters.Edges;
import imaging.filters.GaussianBlur;
import imaging.filters.ImageFilter;
import imaging.filters.Images;
import imaging.filters.ImagingException;
import imaging.filters.SobelEdges;
import imaging.filters.Thumbnails;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every filter on every photograph, on one page.
 *
 * <p>Why: a filter is a promise about pictures, so look at pictures. The photographs are made small
 * first, so that the page shows each pixel that a filter computed.
 *
 * <p>Run: {@code mvn -q -pl session01-basics compile exec:exec@demo}
 *
 * <p>You should see the line "Wrote session01-basics/target/demo/contact-sheet.png"; open that
 * file. Look at the raccoon: its file is turned by 90 degrees, the picture stands upright. Look at
 * the cup: its transparency survives each filter.
 */
public final class Demo {

  private static final int WIDTH = 240;
  private static final int HEIGHT = 180;

  // tag::filters[]
  private static final List<ImageFilter> FILTERS =
      List.of(
          new BoxBlur(3), new GaussianBlur(3), new Brightness(1.5), new Edges(), new SobelEdges());

  // end::filters[]

  private Demo() {}

  static void main(String[] args) {
    try {
      run(DemoFiles.samples(), DemoFiles.output("contact-sheet.png"));
    } catch (ImagingException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  static void run(Path samples, Path page) {
    IO.println("JPEG codec: " + Images.codecName());
    List<Path> photographs = photographs(samples);
    ContactSheet sheet = new ContactSheet("Before and after", 1 + FILTERS.size(), WIDTH, HEIGHT);
    for (Path file : photographs) {
      addRow(sheet, file);
    }
    BufferedImage drawn = sheet.draw();
    Images.write(drawn, page);
    IO.println("Photographs: %d, filters: %d".formatted(photographs.size(), FILTERS.size()));
    IO.println(
        "Wrote %s (%d x %d pixels)"
            .formatted(DemoFiles.root().relativize(page), drawn.getWidth(), drawn.getHeight()));
    if (!sheet.hasLabels()) {
      IO.println("The labels are missing: this Java finds no fonts (install fontconfig and one)");
    }
  }

  // tag::row[]
  private static void addRow(ContactSheet sheet, Path file) {
    BufferedImage photograph = Thumbnails.fit(Images.read(file), WIDTH, HEIGHT);
    sheet.add(file.getFileName().toString(), photograph);
    for (ImageFilter filter : FILTERS) {
      sheet.add(filter.toString(), filter.apply(photograph));
    }
  }

  // end::row[]

  private static List<Path> photographs(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().matches(".*\\.(jpg|png)")).sorted().toList();
    } catch (IOException e) {
      throw new ImagingException("%s cannot be listed; check the folder".formatted(folder), e);
    }
  }
}
