package imaging.filters;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the JPEG codec, once a JVM: libturbojpeg where it is installed, else ImageIO.
 *
 * <p>{@code -Dimaging.jpeg=imageio}, or the environment variable {@code IMAGING_JPEG=imageio},
 * switches the library off; {@code auto} is the default.
 */
final class JpegCodecs {

  static final String PROPERTY = "imaging.jpeg";
  static final String VARIABLE = "IMAGING_JPEG";

  private JpegCodecs() {}

  private static @Nullable JpegCodec chosen;

  static synchronized JpegCodec chosen() {
    JpegCodec codec = chosen;
    if (codec == null) {
      codec = choose(setting());
      chosen = codec;
    }
    return codec;
  }

  static JpegCodec choose(String setting) {
    return switch (setting.strip().toLowerCase(Locale.ROOT)) {
      case "imageio" -> new ImageIoJpeg("ImageIO (libturbojpeg is switched off)");
      case "auto", "" -> automatic();
      default ->
          throw new ImagingException(
              "%s=%s is unknown; use auto or imageio".formatted(PROPERTY, setting));
    };
  }

  /** {@return libturbojpeg, or empty where it is not installed or native code is not allowed} */
  static Optional<JpegCodec> turbo() {
    if (!JpegCodecs.class.getModule().isNativeAccessEnabled()) {
      return Optional.empty();
    }
    return TurboJpegLibrary.find().map(found -> new TurboJpeg(found, new ImageIoJpeg("ImageIO")));
  }

  private static JpegCodec automatic() {
    if (!JpegCodecs.class.getModule().isNativeAccessEnabled()) {
      // Loading it now would make Java print a warning of four lines.
      return new ImageIoJpeg("ImageIO (libturbojpeg needs --enable-native-access=ALL-UNNAMED)");
    }
    return turbo().orElseGet(() -> new ImageIoJpeg("ImageIO (libturbojpeg is not installed)"));
  }

  private static String setting() {
    String variable = System.getenv(VARIABLE);
    return System.getProperty(PROPERTY, variable == null ? "auto" : variable);
  }
}
