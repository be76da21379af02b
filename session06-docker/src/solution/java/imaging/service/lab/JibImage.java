package imaging.service.lab;

import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The reference answer of L6.3. */
final class JibImage {

  private static final AbsoluteUnixPath HOME = AbsoluteUnixPath.get("/app");

  private JibImage() {}

  static JibContainerBuilder describe(JibContainerBuilder base, Path app, String version)
      throws IOException {
    FileEntriesLayer.Builder libraries = FileEntriesLayer.builder().setName("libraries");
    try (Stream<Path> files = Files.list(app.resolve("lib"))) {
      // A folder has no order of its own: sorted, or the digest depends on the file system.
      for (Path jar : files.sorted().toList()) {
        libraries.addEntry(jar, HOME.resolve("lib").resolve(jar.getFileName()));
      }
    }
    FileEntriesLayer ours =
        FileEntriesLayer.builder()
            .setName("application")
            .addEntry(app.resolve("app.jar"), HOME.resolve("app.jar"))
            .build();
    return base.setFileEntriesLayers(List.of(libraries.build(), ours))
        .setEntrypoint("java", "-jar", "/app/app.jar")
        .setProgramArguments("worker")
        .setUser("10001:10001")
        .setCreationTime(Instant.EPOCH)
        .setLabels(Map.of("org.opencontainers.image.version", version));
  }
}
