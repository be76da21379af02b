package imaging.service;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;

/** The page at {@code /} and the API's description: a few files from the classpath, kept in memory. */
final class WebPage {

  private static final List<String> MODULES =
      List.of("app.js", "dom.js", "filters.js", "photos.js", "sample.js", "status.js");

  private WebPage() {}

  static void addTo(RoutesConfig routes) {
    serve(routes, "/", "index.html", "text/html; charset=utf-8");
    serve(routes, "/app.css", "app.css", "text/css; charset=utf-8");
    for (String module : MODULES) {
      serve(routes, "/" + module, module, "text/javascript; charset=utf-8");
    }
    serve(routes, "/icon.svg", "icon.svg", "image/svg+xml");
    serve(routes, "/openapi.json", "openapi.json", "application/json");
  }

  private static void serve(RoutesConfig routes, String path, String resource, String type) {
    byte[] bytes = read(resource);
    String tag = etag(bytes);
    routes.get(
        path,
        context -> {
          context.header("ETag", tag).header("Cache-Control", "no-cache");
          if (tag.equals(context.header("If-None-Match"))) {
            context.status(304);
          } else {
            context.contentType(type).result(bytes);
          }
        });
  }

  static byte[] read(String resource) {
    try (InputStream in = WebPage.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("%s is not on the classpath".formatted(resource));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String etag(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return "\"%08x\"".formatted(sum.getValue());
  }
}
