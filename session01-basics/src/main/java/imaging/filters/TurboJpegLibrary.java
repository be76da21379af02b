package imaging.filters;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The functions of libturbojpeg that are needed here, bound through the foreign-function API: a
 * handle for each, named as in turbojpeg.h. Versions 2 and 3 of the library have them all.
 */
@SuppressWarnings("restricted") // native code: allowed by --enable-native-access
record TurboJpegLibrary(
    MethodHandle tjInitDecompress,
    MethodHandle tjDecompress2,
    MethodHandle tjInitCompress,
    MethodHandle tjCompress2,
    MethodHandle tjDestroy,
    MethodHandle tjAlloc,
    MethodHandle tjFree) {

  private static final List<String> FILES =
      List.of("libturbojpeg.so.0", "libturbojpeg.dylib", "libturbojpeg.0.dylib", "turbojpeg.dll");
  // C's long has 8 bytes on Linux and macOS, 4 on Windows.
  private static final MemoryLayout LONG =
      Objects.requireNonNull(Linker.nativeLinker().canonicalLayouts().get("long"));

  /** {@return the library, or empty where the system's loader finds none} */
  static Optional<TurboJpegLibrary> find() {
    for (String file : FILES) {
      try {
        return Optional.of(bind(SymbolLookup.libraryLookup(file, Arena.global())));
      } catch (IllegalArgumentException e) {
        // Not this name, or a library without a function: try the next.
      }
    }
    return Optional.empty();
  }

  private static TurboJpegLibrary bind(SymbolLookup library) {
    return new TurboJpegLibrary(
        bind(library, "tjInitDecompress", FunctionDescriptor.of(ADDRESS)),
        // (handle, file, length, pixels, width, bytes a row, height, pixel format, flags)
        bind(
            library,
            "tjDecompress2",
            FunctionDescriptor.of(
                JAVA_INT, ADDRESS, ADDRESS, LONG, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT,
                JAVA_INT)),
        bind(library, "tjInitCompress", FunctionDescriptor.of(ADDRESS)),
        // (handle, pixels, width, bytes a row, height, pixel format, &file, &length, sampling,
        // quality, flags)
        bind(
            library,
            "tjCompress2",
            FunctionDescriptor.of(
                JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS,
                ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT)),
        bind(library, "tjDestroy", FunctionDescriptor.of(JAVA_INT, ADDRESS)),
        bind(library, "tjAlloc", FunctionDescriptor.of(ADDRESS, JAVA_INT)),
        bind(library, "tjFree", FunctionDescriptor.ofVoid(ADDRESS)));
  }

  private static MethodHandle bind(SymbolLookup library, String name, FunctionDescriptor shape) {
    MemorySegment address =
        library.find(name).orElseThrow(() -> new IllegalArgumentException("no function " + name));
    MethodHandle handle = Linker.nativeLinker().downcallHandle(address, shape);
    MethodType type = handle.type();
    for (int i = 0; i < type.parameterCount(); i++) {
      if (shape.argumentLayouts().get(i).equals(LONG)) {
        type = type.changeParameterType(i, long.class);
      }
    }
    return MethodHandles.explicitCastArguments(handle, type);
  }
}
