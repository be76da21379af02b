package imaging.service.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.ContainerBuildPlan;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FileEntry;
import imaging.grader.Check;
import imaging.grader.Say;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** L6.3: what the student's image consists of, and whether it is the same each time. */
class JibLabTest {

  private static final String VERSION = "4.5.6";

  @TempDir Path temp;

  @Check("L6.3.1")
  void runsAsANumberedUser() throws IOException {
    String user = Optional.ofNullable(plan().getUser()).orElse("root");
    assertThat(user.replaceFirst(":.*", ""))
        .as(
            Say.text(
                "the image runs as %s: give the number of a user that is not root",
                "la imagen se ejecuta como %s: da el número de un usuario que no sea root", user))
        .matches("[1-9]\\d*");
    assertThat(user)
        .as(
            Say.text(
                "no group was given, so it is root's", "no se dio grupo, así que es el de root"))
        .isEqualTo("10001:10001");
  }

  @Check("L6.3.2")
  void saysItsVersion() throws IOException {
    assertThat(plan().getLabels().get("org.opencontainers.image.version"))
        .as(
            Say.text(
                "the label does not say which version this is",
                "la etiqueta no dice qué versión es"))
        .isEqualTo(VERSION);
  }

  @Check("L6.3.3")
  void startsJavaItself() throws IOException {
    List<String> command = new java.util.ArrayList<>();
    ContainerBuildPlan plan = plan();
    command.addAll(Optional.ofNullable(plan.getEntrypoint()).orElse(List.of()));
    command.addAll(Optional.ofNullable(plan.getCmd()).orElse(List.of()));
    assertThat(command)
        .as(
            Say.text(
                "%s: a shell is process 1 and eats SIGTERM; java must be the first word",
                "%s: una shell es el proceso 1 y se traga SIGTERM; java debe ser la primera palabra",
                command))
        .isNotEmpty()
        .first()
        .asString()
        .matches("(/\\S+/)?java");
    assertThat(command)
        .as(Say.text("the image must start a worker", "la imagen debe arrancar un worker"))
        .contains("worker");
  }

  @Check("L6.3.4")
  void sameFilesSameDigest() throws Exception {
    String first = digest(app("one", Instant.parse("2026-01-02T03:04:05Z"), "zyx"));
    String again = digest(app("two", Instant.parse("2026-07-08T09:10:11Z"), "xyz"));
    assertThat(again)
        .as(
            Say.text(
                "the same files, another digest: the time of the build or of the files is in the image",
                "los mismos archivos, otro digest: la hora de la compilación o de los archivos está en la imagen"))
        .isEqualTo(first);
  }

  @Check("L6.3.5")
  void codeAndLibrariesAreLayersApart() throws IOException {
    List<FileEntriesLayer> layers =
        plan().getLayers().stream().map(FileEntriesLayer.class::cast).toList();
    List<String> all = layers.stream().flatMap(JibLabTest::paths).toList();
    assertThat(all)
        .as(
            Say.text(
                "app.jar and the jars of lib must lie below /app",
                "app.jar y los jar de lib deben estar bajo /app"))
        .contains("/app/app.jar", "/app/lib/x.jar", "/app/lib/y.jar", "/app/lib/z.jar");
    boolean mixed =
        layers.stream()
            .anyMatch(
                l ->
                    paths(l).anyMatch("/app/app.jar"::equals)
                        && paths(l).anyMatch(p -> p.startsWith("/app/lib/")));
    assertThat(mixed)
        .as(
            Say.text(
                "one layer for all: a change of one line sends every library again",
                "una sola capa para todo: cambiar una línea envía otra vez todas las bibliotecas"))
        .isFalse();
  }

  private static Stream<String> paths(FileEntriesLayer layer) {
    return layer.getEntries().stream().map(FileEntry::getExtractionPath).map(Object::toString);
  }

  private ContainerBuildPlan plan() throws IOException {
    Path app = app("plan", Instant.EPOCH, "xyz");
    return Objects.requireNonNull(JibImage.describe(Jib.fromScratch(), app, VERSION))
        .toContainerBuildPlan();
  }

  private String digest(Path app) throws Exception {
    Containerizer tar =
        Containerizer.to(
                TarImage.at(temp.resolve(app.getFileName() + ".tar")).named("imaging/worker"))
            .setOfflineMode(true)
            .setApplicationLayersCache(temp.resolve("cache-" + app.getFileName()))
            .setBaseImageLayersCache(temp.resolve("base-" + app.getFileName()));
    JibContainer built = JibImage.describe(Jib.fromScratch(), app, VERSION).containerize(tar);
    return built.getDigest().toString();
  }

  private Path app(String name, Instant time, String order) throws IOException {
    Path app = Files.createDirectories(temp.resolve(name));
    Files.createDirectories(app.resolve("lib"));
    write(app.resolve("app.jar"), "the program", time);
    for (char c : order.toCharArray()) {
      write(app.resolve("lib").resolve(c + ".jar"), "library " + c, time);
    }
    return app;
  }

  private static void write(Path file, String text, Instant time) throws IOException {
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(time));
  }
}
