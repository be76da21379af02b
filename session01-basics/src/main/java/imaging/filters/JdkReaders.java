package imaging.filters;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Runs one reader of ImageIO over bytes in memory and turns whatever it throws into one error.
 *
 * <p>Decoders fed with damaged files throw ArrayIndexOutOfBoundsException, NegativeArraySizeException
 * and others; to a caller all mean the same.
 */
final class JdkReaders {

  /** What to do with an open reader. */
  interface Action<T> {
    T on(ImageReader reader) throws IOException;
  }

  /**
   * Bytes in memory that may be asked for beyond their end only so often. The WebP decoder takes
   * what is missing as zeros, and was seen to do so for 30 seconds after a single flipped bit.
   */
  private static final class PatienceStream extends MemoryCacheImageInputStream {

    private static final int PATIENCE = 100; // decoders look ahead by some bytes
    private int beyond;

    PatienceStream(byte[] file) {
      super(new ByteArrayInputStream(file));
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      if (value < 0 && ++beyond > PATIENCE) {
        throw new IOException("the decoder reads far beyond the end");
      }
      return value;
    }
  }

  private JdkReaders() {}

  /**
   * {@return what the action gives}
   *
   * @param damaged makes the error from what the decoder threw
   */
  static <T> T read(
      String format,
      byte[] file,
      Action<T> action,
      Function<Throwable, BrokenFileException> damaged)
      throws BrokenFileException {
    ImageReader reader = reader(format);
    AtomicBoolean warned = new AtomicBoolean();
    try (var stream = new PatienceStream(file)) {
      reader.setInput(stream, true, true);
      reader.addIIOReadWarningListener((_, _) -> warned.set(true));
      T result = action.on(reader);
      // A warning means that the decoder made up what was missing.
      if (warned.get()) {
        throw damaged.apply(new IOException("the decoder warned"));
      }
      return result;
    } catch (IOException | RuntimeException e) {
      throw damaged.apply(e);
    } finally {
      reader.dispose();
    }
  }

  /**
   * The JDK's own reader where it has one: other plug-ins on the classpath come first in ImageIO's
   * list, and would change pixels and speed without anybody noticing.
   */
  private static ImageReader reader(String format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    ImageReader first = readers.next();
    ImageReader reader = first;
    while (!isFromJdk(reader) && readers.hasNext()) {
      reader = readers.next();
    }
    return isFromJdk(reader) ? reader : first;
  }

  private static boolean isFromJdk(ImageReader reader) {
    return reader.getClass().getModule() == ImageIO.class.getModule();
  }
}
