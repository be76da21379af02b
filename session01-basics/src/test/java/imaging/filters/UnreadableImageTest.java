package imaging.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import imaging.filters.UnreadableImageException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableImageTest {

  @TempDir Path folder;

  @Test
  void missingFile() {
    assertReason(folder.resolve("none.jpg"), Reason.MISSING);
  }

  @Test
  void folderInsteadOfAFile() {
    assertReason(folder, Reason.NOT_A_FILE);
  }

  @Test
  void fileThatMayNotBeRead() throws IOException {
    Path file = Files.write(folder.resolve("secret.jpg"), new byte[10]);
    assertThat(file.toFile().setReadable(false)).isTrue();
    assumeFalse(Files.isReadable(file), "not run: this user may read every file");

    assertReason(file, Reason.NO_PERMISSION);
  }

  @Test
  void emptyFile() throws IOException {
    assertReason(Files.createFile(folder.resolve("empty.jpg")), Reason.EMPTY);
  }

  @Test
  void textRenamedToJpg() throws IOException {
    Path file = Files.writeString(folder.resolve("letter.jpg"), "Dear all, see the photograph.");
    assertReason(file, Reason.NOT_AN_IMAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"II*\0????????", "\0\0\0\u0018ftypheic", "8BPS\0\1??????"})
  void imageOfAFormatThatIsNotReadHere(String start) {
    assertReason(start.getBytes(StandardCharsets.ISO_8859_1), Reason.UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"baseline-420.jpg", "rgb.png", "plain.gif", "rgb.bmp", "lossless.webp"})
  void halfAFile(String name) {
    byte[] whole = Corpus.bytes(Corpus.file(name));
    assertReason(Arrays.copyOf(whole, whole.length / 2), Reason.TRUNCATED);
  }

  @ParameterizedTest
  @CsvSource({
    "rgb.png, 0, DAMAGED",
    "rgb.bmp, 0, DAMAGED",
    "baseline-420.jpg, 0, DAMAGED",
    "plain.gif, 0, DAMAGED",
    "rgb.png, 60000, TOO_LARGE",
    "rgb.bmp, 60000, TOO_LARGE",
    "baseline-420.jpg, 60000, TOO_LARGE",
    "plain.gif, 60000, TOO_LARGE",
    "lossy.webp, 16383, TOO_LARGE"
  })
  void headerThatClaimsThisWidthAndHeight(String name, int size, Reason reason) {
    assertReason(withSize(name, size), reason);
  }

  @Test
  void limitComesFromTheCaller() {
    byte[] file = Corpus.bytes(Corpus.file("rgb.png")); // 23 x 17 = 391 pixels

    assertThat(Images.read(file, "rgb.png", new ImageLimits(391)).getWidth()).isEqualTo(23);
    assertThatThrownBy(() -> Images.read(file, "rgb.png", new ImageLimits(390)))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessage(
            "rgb.png has 23 x 17 pixels and the limit is 390 pixels;"
                + " make it smaller or raise -Dimaging.maxPixels or -Xmx");
  }

  @Test
  void limitOfNoPixelsIsRefused() {
    assertThatThrownBy(() -> new ImageLimits(0)).isInstanceOf(ImagingException.class);
  }

  private void assertReason(byte[] bytes, Reason reason) {
    assertReason(() -> Images.read(bytes, "photo"), "photo", reason);
  }

  private void assertReason(Path file, Reason reason) {
    assertReason(() -> Images.read(file), file.toString(), reason);
  }

  private static void assertReason(Runnable reading, String name, Reason reason) {
    UnreadableImageException thrown =
        catchThrowableOfType(UnreadableImageException.class, reading::run);
    assertThat(thrown).isNotNull();
    assertThat(thrown.reason()).as(thrown.getMessage()).isEqualTo(reason);
    assertThat(thrown).hasMessageStartingWith(name + " ").hasMessageContaining("; ");
    assertThat(thrown.getMessage()).doesNotContain("\n", "Exception");
  }

  private static byte[] withSize(String name, int size) {
    ByteBuffer file = ByteBuffer.wrap(Corpus.bytes(Corpus.file(name)));
    switch (name.substring(name.indexOf('.') + 1)) {
      case "png" -> {
        file.putInt(16, size).putInt(20, size);
        CRC32 crc = new CRC32();
        crc.update(file.array(), 12, 17);
        file.putInt(29, (int) crc.getValue());
      }
      case "bmp" -> file.order(ByteOrder.LITTLE_ENDIAN).putInt(18, size).putInt(22, size);
      case "gif" -> {
        int frame = indexOf(file.array(), 0x2C, 13 + 3 * 32);
        file.order(ByteOrder.LITTLE_ENDIAN);
        file.putShort(frame + 5, (short) size).putShort(frame + 7, (short) size);
      }
      case "jpg" -> {
        int frame = indexOf(file.array(), 0xC0, 20);
        file.putShort(frame + 4, (short) size).putShort(frame + 6, (short) size);
      }
      default -> // lossy WebP
          file.order(ByteOrder.LITTLE_ENDIAN).putShort(26, (short) size).putShort(28, (short) size);
    }
    return file.array();
  }

  private static int indexOf(byte[] array, int value, int from) {
    for (int i = from; ; i++) {
      boolean marker = value != 0xC0 || (array[i - 1] & 0xFF) == 0xFF;
      if ((array[i] & 0xFF) == value && marker) {
        return i;
      }
    }
  }
}
