package imaging.filters;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * JPEG by libturbojpeg. The accurate cosine transform makes its pixels equal to those of ImageIO.
 *
 * <p>A file whose compressed data has a wrong code is refused by both, with one exception: the
 * library takes some codes that do not exist for a zero, and so shows part of a picture wrongly.
 *
 * <p>Each call has handles and memory of its own, so that threads share nothing; the memory is the
 * library's own, freed when the arena closes.
 */
@SuppressWarnings("restricted") // native code: allowed by --enable-native-access
record TurboJpeg(TurboJpegLibrary library, ImageIoJpeg other) implements JpegCodec {

  // From turbojpeg.h. A Java int 0xAARRGGBB is, byte by byte, B G R A or A R G B.
  private static final int PIXELS =
      ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? 8 /* BGRA */ : 10 /* ARGB */;
  private static final int CMYK = 11;
  private static final int HALF_COLOUR = 2; // 4:2:0
  private static final int ACCURATE = 4096;
  private static final int STOP_ON_WARNING = 8192;

  @Override
  public String name() {
    return "libturbojpeg";
  }

  @Override
  public int[] decode(JpegFile file) throws BrokenFileException {
    // The two smooth colours of halved rows differently; one answer matters more than speed.
    return file.halvedRows() ? other.decode(file) : decodeHere(file);
  }

  private int[] decodeHere(JpegFile file) throws BrokenFileException {
    int[] pixels = new int[file.width() * file.height()];
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment handle =
          handle(arena, (MemorySegment) library.tjInitDecompress().invokeExact());
      MemorySegment in = arena.allocateFrom(ValueLayout.JAVA_BYTE, file.clean());
      MemorySegment out = allocate(arena, pixels.length);
      int format = file.colour().channels() == 4 ? CMYK : PIXELS;
      int result =
          (int)
              library
                  .tjDecompress2()
                  .invokeExact(
                      handle,
                      in,
                      in.byteSize(),
                      out,
                      file.width(),
                      4 * file.width(),
                      file.height(),
                      format,
                      ACCURATE | STOP_ON_WARNING);
      if (result != 0) {
        throw JpegCodec.damaged(new IOException("libturbojpeg refused"));
      }
      MemorySegment.copy(out, ValueLayout.JAVA_INT, 0, pixels, 0, pixels.length);
      return pixels;
    } catch (BrokenFileException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e); // a method handle declares Throwable and throws none
    }
  }

  @Override
  public byte[] encode(Pixels opaque, int quality) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment handle = handle(arena, (MemorySegment) library.tjInitCompress().invokeExact());
      MemorySegment in = allocate(arena, opaque.argb().length);
      MemorySegment.copy(opaque.argb(), 0, in, ValueLayout.JAVA_INT, 0, opaque.argb().length);
      MemorySegment file = arena.allocate(ValueLayout.ADDRESS);
      MemorySegment length = arena.allocate(ValueLayout.JAVA_LONG);
      int result =
          (int)
              library
                  .tjCompress2()
                  .invokeExact(
                      handle,
                      in,
                      opaque.width(),
                      4 * opaque.width(),
                      opaque.height(),
                      PIXELS,
                      file,
                      length,
                      HALF_COLOUR,
                      quality,
                      ACCURATE);
      if (result != 0) {
        throw new ImagingException("libturbojpeg could not write a JPEG; use ImageIO instead");
      }
      return owned(arena, file.get(ValueLayout.ADDRESS, 0), length.get(ValueLayout.JAVA_LONG, 0))
          .toArray(ValueLayout.JAVA_BYTE);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private MemorySegment handle(Arena arena, MemorySegment address) {
    if (address.equals(MemorySegment.NULL)) {
      throw new OutOfMemoryError("libturbojpeg has no memory for a handle");
    }
    return address.reinterpret(arena, this::destroy);
  }

  /** Memory for pixels, not cleared before use as {@code arena.allocate} would. */
  private MemorySegment allocate(Arena arena, int pixels) throws Throwable {
    MemorySegment memory = (MemorySegment) library.tjAlloc().invokeExact(pixels * 4);
    if (memory.equals(MemorySegment.NULL)) {
      throw new OutOfMemoryError("no native memory for %,d pixels".formatted(pixels));
    }
    return owned(arena, memory, pixels * 4L);
  }

  private MemorySegment owned(Arena arena, MemorySegment memory, long length) {
    return memory.reinterpret(length, arena, this::free);
  }

  private void destroy(MemorySegment handle) {
    try {
      int _ = (int) library.tjDestroy().invokeExact(handle);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private void free(MemorySegment memory) {
    try {
      library.tjFree().invokeExact(memory);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
