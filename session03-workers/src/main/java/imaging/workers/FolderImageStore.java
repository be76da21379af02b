package imaging.workers;

import imaging.filters.ImagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Images as files of one folder; the reference is the file's name. Thread-safe, also across processes. */
public final class FolderImageStore implements ImageStore {

  private final Path folder;

  /**
   * Makes the folder where it does not exist.
   *
   * @throws ImagingException if it cannot be made
   */
  public FolderImageStore(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ImagingException(
          "cannot make the folder %s for images: check its path and permissions".formatted(folder),
          e);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws ImagingException if the name has other characters, or the file cannot be written
   */
  @Override
  public String put(String name, byte[] bytes) {
    Path target = file(name);
    Path part = folder.resolve(".%s.%s.part".formatted(name, UUID.randomUUID()));
    try {
      Files.write(part, bytes, StandardOpenOption.CREATE_NEW);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return name;
    } catch (IOException e) {
      discard(part, e);
      throw new ImagingException(
          "cannot write %s: check that its folder exists and has room".formatted(target), e);
    }
  }

  @Override
  public byte[] get(String reference) {
    Path file = file(reference);
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new ImagingException(
          "there is no image %s in %s: was it stored, or removed since?"
              .formatted(reference, folder),
          e);
    } catch (IOException e) {
      throw new ImagingException("cannot read %s: check its permissions".formatted(file), e);
    }
  }

  private Path file(String name) {
    return folder.resolve(ImageNames.check(name));
  }

  private static void discard(Path part, IOException cause) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
