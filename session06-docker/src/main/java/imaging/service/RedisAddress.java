package imaging.service;

import imaging.filters.ImagingException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The address of Redis, with and without its password. */
final class RedisAddress {

  private static final Pattern PASSWORD = Pattern.compile("(://[^:/@\\s]*:)\\S*@");

  private RedisAddress() {}

  /** {@return a text, such as an address, as it may be shown: what stands before the last @ is hidden} */
  static String masked(String url) {
    return PASSWORD.matcher(url).replaceFirst("$1***@");
  }

  /**
   * {@return the address with the password of a file, or as it is where no file is named}
   *
   * <p>A file, because what is in the environment shows in {@code docker inspect}, in crash reports
   * and to every child process; a mounted secret shows only to who may read the file.
   */
  static String withPassword(String url, String passwordFile) {
    if (passwordFile.isBlank()) {
      return url;
    }
    try {
      String password = Files.readString(Path.of(passwordFile)).strip();
      URI uri = new URI(url);
      String user = uri.getUserInfo() == null ? "" : uri.getUserInfo().replaceFirst(":.*", "");
      // The constructor of parts escapes what must be escaped.
      String userInfo = user + ":" + password;
      return new URI(
              uri.getScheme(), userInfo, uri.getHost(), uri.getPort(), uri.getPath(), null, null)
          .toASCIIString();
    } catch (IOException e) {
      throw new ImagingException(
          "the password file %s cannot be read: check its path and permissions"
              .formatted(passwordFile),
          e);
    } catch (URISyntaxException e) {
      throw new ImagingException(
          "'%s' is no address of a Redis: write redis://host:port".formatted(masked(url)), e);
    }
  }
}
