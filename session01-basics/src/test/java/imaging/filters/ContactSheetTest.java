package imaging.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactSheetTest {

  @Test
  void picturesStandInRowsWithTheirLabels() {
    List<String> drawn = new ArrayList<>();
    ContactSheet sheet =
        new ContactSheet("title", 2, 40, 30, (_, text, _, _, _) -> drawn.add(text));
    sheet.add("red", plain(0xFFFF0000));
    sheet.add("green", plain(0xFF00FF00));
    sheet.add("blue", plain(0xFF0000FF));

    BufferedImage page = sheet.draw();

    assertThat(drawn).containsExactly("title", "red", "green", "blue");
    assertThat(page.getRGB(36, 71)).isEqualTo(0xFFFF0000);
    assertThat(page.getRGB(92, 71)).isEqualTo(0xFF00FF00);
    assertThat(page.getRGB(36, 143)).isEqualTo(0xFF0000FF);
    assertThat(sheet.hasLabels()).isTrue();
  }

  @Test
  void picturesAreDrawnWhereJavaFindsNoFonts() {
    ContactSheet sheet =
        new ContactSheet(
            "title",
            1,
            40,
            30,
            (_, _, _, _, _) -> {
              throw new UnsatisfiedLinkError("libfreetype.so: not found");
            });
    sheet.add("red", plain(0xFFFF0000));

    assertThat(sheet.draw().getRGB(36, 71)).isEqualTo(0xFFFF0000);
    assertThat(sheet.hasLabels()).isFalse();
  }

  @Test
  void sheetWithoutColumnsIsRefused() {
    assertThatThrownBy(() -> new ContactSheet("title", 0, 40, 30))
        .isInstanceOf(ImagingException.class)
        .hasMessageContaining("0 columns");
  }

  private static BufferedImage plain(int colour) {
    BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 400; i++) {
      image.setRGB(i % 20, i / 20, colour);
    }
    return image;
  }
}
