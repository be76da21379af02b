package imaging.queue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The Lua scripts that stand beside this class; each begins with what it does, takes and returns. */
enum Script {
  BEGIN,
  CANCEL,
  COMPLETE,
  COUNTS,
  ENQUEUE,
  FAIL,
  GIVEBACK,
  HEARTBEAT,
  LEAVE,
  PROMOTE,
  RECOVER,
  REPLAY,
  RESUME,
  TAKE,
  WORKERS;

  private final String text = read("common") + read(name().toLowerCase(Locale.ROOT));
  private final String sha = sha1(text);

  String text() {
    return text;
  }

  /** {@return the name under which Redis keeps the script once it has seen it} */
  String sha() {
    return sha;
  }

  private static String read(String name) {
    try (InputStream in = Script.class.getResourceAsStream(name + ".lua")) {
      if (in == null) {
        throw new IllegalStateException(
            "the script %s.lua is not on the classpath".formatted(name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha1(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-1", e);
    }
  }
}
