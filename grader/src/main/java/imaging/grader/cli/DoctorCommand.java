package imaging.grader.cli;

import imaging.grader.Say;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

@Command(
    name = "doctor",
    description = "What this machine has, and what is missing for which session.")
final class DoctorCommand implements Callable<Integer> {

  private static final int COURSE_JAVA = 25;

  /** A tool: how to ask its version, and who needs it. */
  private record Tool(
      String name, List<String> ask, String neededFor, String todo, boolean required) {}

  @Override
  public Integer call() {
    boolean jdk = java();
    boolean tools = tools().stream().map(DoctorCommand::found).reduce(true, Boolean::logicalAnd);
    return jdk && tools ? 0 : 1;
  }

  private static boolean java() {
    int found = Runtime.version().feature();
    boolean enough =
        found >= COURSE_JAVA && javax.tools.ToolProvider.getSystemJavaCompiler() != null;
    line(
        enough,
        "JDK",
        Runtime.version().toString(),
        Say.text("all sessions", "todas las sesiones"),
        Say.text(
            "install a JDK 25 (Temurin, for example) and set JAVA_HOME to it",
            "instala un JDK 25 (por ejemplo Temurin) y pon su ruta en JAVA_HOME"));
    return enough;
  }

  private static List<Tool> tools() {
    return List.of(
        new Tool(
            "Maven",
            List.of(System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn", "-v"),
            Say.text("all sessions", "todas las sesiones"),
            Say.text("install Maven 3.8.7 or later", "instala Maven 3.8.7 o posterior"),
            true),
        new Tool(
            "Docker",
            List.of("docker", "version", "--format", "{{.Server.Version}}"),
            Say.text("sessions 6-10", "sesiones 6-10"),
            Say.text(
                "install Docker and start it; sessions 1-5 do without",
                "instala Docker y arráncalo; las sesiones 1-5 no lo necesitan"),
            false),
        new Tool(
            "kind",
            List.of("kind", "version"),
            Say.text("sessions 7-10", "sesiones 7-10"),
            Say.text(
                "install kind for the cluster of sessions 7-10",
                "instala kind para el clúster de las sesiones 7-10"),
            false),
        new Tool(
            "kubectl",
            List.of("kubectl", "version", "--client"),
            Say.text("sessions 7-10", "sesiones 7-10"),
            Say.text("install kubectl for sessions 7-10", "instala kubectl para las sesiones 7-10"),
            false));
  }

  /** {@return false only if a tool that every session needs is missing} */
  private static boolean found(Tool tool) {
    String version = firstLine(tool.ask());
    line(!version.isEmpty(), tool.name(), version, tool.neededFor(), tool.todo());
    return !version.isEmpty() || !tool.required();
  }

  private static void line(
      boolean there, String name, String version, String neededFor, String todo) {
    System.out.println(
        " %-7s %-8s %-20s %s"
            .formatted(
                there ? Say.text("ok", "bien") : Say.text("missing", "falta"),
                name,
                neededFor,
                there ? version : (version.isEmpty() ? "" : version + ": ") + todo));
  }

  private static String firstLine(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
      return ended ? output.lines().findFirst().orElse("").replaceAll("\u001B\\[[;\\d]*m", "") : "";
    } catch (IOException absent) {
      return "";
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
