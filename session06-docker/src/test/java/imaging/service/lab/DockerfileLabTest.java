package imaging.service.lab;

import static org.assertj.core.api.Assertions.assertThat;

import imaging.grader.AnswerFile;
import imaging.grader.Check;
import imaging.grader.Say;
import imaging.service.lab.DockerfileText.Instruction;
import imaging.service.lab.DockerfileText.Stage;
import java.util.List;
import java.util.Optional;

/** L6.1: what the student's Dockerfile means. */
class DockerfileLabTest {

  @Check("L6.1.1")
  void theImageCarriesNoBuildTools() {
    DockerfileText file = file();
    assertThat(file.stages().size())
        .as(
            Say.text(
                "one stage only: the image carries Maven and your sources into production",
                "una sola etapa: la imagen lleva Maven y tus fuentes a producción"))
        .isGreaterThan(1);
    List<String> commands = file.chain().stream().flatMap(s -> s.all("RUN").stream()).toList();
    assertThat(commands)
        .as(
            Say.text(
                "the last stage runs Maven: build in a stage of its own and copy only the jars",
                "la última etapa ejecuta Maven: compila en otra etapa y copia solo los jar"))
        .noneMatch(c -> c.matches(".*\\bmvn\\b.*"));
    assertThat(file.chain().getLast().base())
        .as(
            Say.text(
                "the finished image is built on Maven's image",
                "la imagen final parte de la imagen de Maven"))
        .doesNotContain("maven");
    assertThat(file.last().all("COPY"))
        .as(
            Say.text(
                "nothing is copied from the build stage",
                "no se copia nada desde la etapa de compilación"))
        .anyMatch(c -> c.contains("--from="));
  }

  @Check("L6.1.2")
  void aChangeOfCodeDownloadsNothing() {
    boolean kept = file().stages().stream().anyMatch(DockerfileLabTest::keepsDependencies);
    assertThat(kept)
        .as(
            Say.text(
                "the sources are copied before the first mvn: each change of a line downloads all dependencies again",
                "las fuentes se copian antes del primer mvn: cada cambio de una línea descarga otra vez todas las dependencias"))
        .isTrue();
  }

  /** The first Maven run sees only pom.xml files, or its repository is a cache mount. */
  private static boolean keepsDependencies(Stage stage) {
    for (Instruction i : stage.instructions()) {
      boolean poms = i.value().contains("pom") || i.value().contains(".mvn");
      if (i.name().matches("COPY|ADD") && !poms) {
        return stage.all("RUN").stream()
            .anyMatch(r -> r.contains("mvn") && r.contains("type=cache") && r.contains(".m2"));
      }
      if (i.name().equals("RUN") && i.value().contains("mvn")) {
        return true;
      }
    }
    return false;
  }

  @Check("L6.1.3")
  void theUserIsANumberAndNotRoot() {
    String user = file().effective("USER").orElse("root").replaceFirst(":.*", "");
    assertThat(user)
        .as(
            Say.text(
                "the container runs as root: give a USER",
                "el contenedor se ejecuta como root: pon un USER"))
        .isNotIn("root", "0", "");
    assertThat(user)
        .as(
            Say.text(
                "USER %s is a name: Kubernetes' runAsNonRoot needs a number",
                "USER %s es un nombre: runAsNonRoot de Kubernetes necesita un número", user))
        .matches("\\d+");
  }

  @Check("L6.1.4")
  void javaHearsSigterm() {
    DockerfileText file = file();
    Optional<String> entrypoint = file.effective("ENTRYPOINT");
    String first = entrypoint.or(() -> file.effective("CMD")).orElse("");
    List<String> words = DockerfileText.execForm(first).orElse(List.of());
    assertThat(words)
        .as(
            Say.text(
                "%s is the shell form: the shell is process 1 and eats SIGTERM, nothing is drained",
                "%s es la forma shell: la shell es el proceso 1 y se traga SIGTERM, nada se termina en orden",
                first))
        .isNotEmpty();
    boolean shell = words.getFirst().matches("(/bin/|/usr/bin/)?(sh|bash|dash)");
    boolean hands =
        words.size() > 2 && words.get(2).matches("(?s)(.*[;&\\n]\\s*)?exec\\s+\\S*java\\b.*");
    assertThat(!shell || hands)
        .as(
            Say.text(
                "a shell starts java and eats SIGTERM: name java itself, or write exec",
                "una shell arranca java y se traga SIGTERM: nombra java directamente o escribe exec"))
        .isTrue();
    assertThat(
            file.effective("CMD")
                .filter(_ -> entrypoint.isPresent())
                .filter(c -> DockerfileText.execForm(c).isEmpty()))
        .as(
            Say.text(
                "CMD is in shell form: java gets /bin/sh -c as its arguments",
                "CMD está en forma shell: java recibe /bin/sh -c como argumentos"))
        .isEmpty();
    String cmd = file.effective("CMD").orElse("");
    assertThat(first + " " + cmd)
        .as(Say.text("the image must start a worker", "la imagen debe arrancar un worker"))
        .contains("java")
        .contains("worker");
  }

  @Check("L6.1.5")
  void basesArePinned() {
    for (String base : file().externalBases()) {
      assertThat(base)
          .as(
              Say.text(
                  "%s is another image tomorrow: give a version or a digest, never latest",
                  "%s será otra imagen mañana: da una versión o un digest, nunca latest", base))
          .matches("\\S+(@sha256:[0-9a-f]{64}|:(?!latest)[\\w][\\w.-]*)");
    }
  }

  @Check("L6.1.6")
  void theHealthCheckCanRunInTheImage() {
    DockerfileText file = file();
    String check = file.effective("HEALTHCHECK").orElse("NONE");
    assertThat(check)
        .as(
            Say.text(
                "there is no HEALTHCHECK: a worker that hangs counts as healthy",
                "no hay HEALTHCHECK: un worker colgado cuenta como sano"))
        .matches("(?s).*\\bCMD\\b.*");
    List<String> installs = file.chain().stream().flatMap(s -> s.all("RUN").stream()).toList();
    for (String program : List.of("curl", "wget", "nc")) {
      boolean used = check.matches("(?s).*[\\s\"/]" + program + "[\\s\"].*");
      boolean there =
          installs.stream().anyMatch(r -> r.matches("(?s).*install.*\\b" + program + "\\b.*"));
      assertThat(!used || there)
          .as(
              Say.text(
                  "the health check calls %s, which this image does not have: it is unhealthy for ever",
                  "la comprobación llama a %s, que esta imagen no tiene: nunca estará sana",
                  program))
          .isTrue();
    }
  }

  private static DockerfileText file() {
    DockerfileText file = DockerfileText.parse(AnswerFile.read("docker/Dockerfile"));
    assertThat(file.stages())
        .as(Say.text("there is no FROM in the Dockerfile", "no hay ningún FROM en el Dockerfile"))
        .isNotEmpty();
    return file;
  }
}
