package imaging.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import imaging.filters.ImagingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderImageStoreTest {

  @TempDir private Path temp;
  private Path folder;
  private FolderImageStore store;

  @BeforeEach
  void make() {
    folder = temp.resolve("a/b");
    store = new FolderImageStore(folder);
  }

  @Test
  void bytesComeBackByReference() {
    String reference = store.put("photo-1_x.png", new byte[] {1, 2});
    assertThat(store.get(reference)).containsExactly(1, 2);
  }

  @Test
  void newBytesReplaceTheOldAndLeaveNoOtherFile() throws Exception {
    store.put("a.png", new byte[] {1});
    store.put("a.png", new byte[] {2});
    assertThat(store.get("a.png")).containsExactly(2);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("a.png");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "../x", "a/b", "a\\b", "/etc/passwd", ".hidden", "a b", "ä"})
  void namesThatCouldLeadOutsideAreRefused(String name) {
    assertThatThrownBy(() -> store.put(name, new byte[1]))
        .isInstanceOf(ImagingException.class)
        .hasMessageContaining("\"" + name + "\"");
    assertThatThrownBy(() -> store.get(name)).isInstanceOf(ImagingException.class);
  }

  @Test
  void aMissingImageIsNamed() {
    assertThatThrownBy(() -> store.get("no.png"))
        .isInstanceOf(ImagingException.class)
        .hasMessageContaining("no.png");
  }

  @Test
  void aFailedWriteLeavesNothingBehind() throws Exception {
    Files.createDirectories(folder.resolve("a.png/x")); // a folder that is not empty is in the way
    assertThatThrownBy(() -> store.put("a.png", new byte[1]))
        .isInstanceOf(ImagingException.class)
        .hasMessageContaining("a.png");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefused() throws Exception {
    Path file = Files.createFile(temp.resolve("file"));
    assertThatThrownBy(() -> new FolderImageStore(file)).isInstanceOf(ImagingException.class);
  }
}
