package imaging.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of tasks and of images. */
final class TaskIds {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");

  private TaskIds() {}

  /**
   * {@return an id for a new task, or for a key the same id each time} So whoever sends a request
   * again, because the first answer was lost, meets the task that is there.
   */
  static String of(@Nullable String idempotencyKey) {
    if (idempotencyKey == null) {
      return UUID.randomUUID().toString();
    }
    if (!KEY.matcher(idempotencyKey).matches()) {
      throw Refusal.badRequest(
          "Idempotency-Key must have 1 to 200 visible ASCII characters, such as a random UUID.");
    }
    return "k-" + digest(("key:" + idempotencyKey).getBytes(StandardCharsets.UTF_8));
  }

  /** {@return the name of an image by what is in it: the same bytes are stored once} */
  static String image(byte[] bytes, String format) {
    return "in-" + digest(bytes) + "." + (format.equals("jpeg") ? "jpg" : format);
  }

  /** Refuses what cannot be the id of a task, before it gets anywhere near a store. */
  static String checked(String id) {
    if (!ID.matcher(id).matches()) {
      throw Refusal.noSuchTask();
    }
    return id;
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
