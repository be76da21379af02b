package imaging.service.lab;

import static imaging.service.lab.ComposeText.at;
import static imaging.service.lab.ComposeText.bytes;
import static imaging.service.lab.ComposeText.cores;
import static imaging.service.lab.ComposeText.environment;
import static imaging.service.lab.ComposeText.list;
import static imaging.service.lab.ComposeText.map;
import static imaging.service.lab.ComposeText.seconds;
import static imaging.service.lab.ComposeText.volumes;
import static imaging.service.lab.ComposeText.words;
import static org.assertj.core.api.Assertions.assertThat;

import imaging.grader.AnswerFile;
import imaging.grader.Check;
import imaging.grader.Say;
import java.util.List;
import java.util.Map;

/** L6.2: what the student's Compose file means. */
class ComposeLabTest {

  private static final List<String> OURS = List.of("worker", "gateway");
  private static final double DEFAULT_GRACE = 20;
  private static final double COMPOSE_GRACE = 10;

  @Check("L6.2.1")
  void redisWritesAnAppendOnlyFile() {
    Map<String, Object> redis = compose().service("redis");
    String command = words(redis.get("entrypoint")) + " " + words(redis.get("command"));
    assertThat(command)
        .as(
            Say.text(
                "no append-only file: killed, Redis forgets what it acknowledged",
                "sin archivo de solo añadir: si lo matan, Redis olvida lo que confirmó"))
        .matches("(?s).*appendonly[\\s\"'=]+yes\\b.*");
    assertThat(String.valueOf(redis.get("image")))
        .as(
            Say.text(
                "the image of Redis is not pinned: another version may come tomorrow",
                "la imagen de Redis no está fijada: mañana puede venir otra versión"))
        .matches("\\S+(@sha256:[0-9a-f]{64}|:(?!latest)\\S+)");
  }

  @Check("L6.2.2")
  void theDataOutlivesTheContainer() {
    ComposeText compose = compose();
    Map<String, String> volumes = volumes(compose.service("redis"));
    assertThat(volumes)
        .as(
            Say.text(
                "/data is no volume: the file goes with the container",
                "/data no es un volumen: el archivo desaparece con el contenedor"))
        .containsKey("/data");
    String source = volumes.get("/data");
    assertThat(source)
        .as(
            Say.text(
                "%s is a folder of the host and belongs to root or to you, not to redis: take a named volume",
                "%s es una carpeta del anfitrión y es de root o tuya, no de redis: usa un volumen con nombre",
                source))
        .doesNotStartWith(".")
        .doesNotStartWith("/")
        .doesNotStartWith("~");
    assertThat(map(compose.root().get("volumes")))
        .as(Say.text("the volume %s is not declared", "el volumen %s no está declarado", source))
        .containsKey(source);
  }

  @Check("L6.2.3")
  void threeWorkersAndRoomForMore() {
    Map<String, Object> worker = compose().service("worker");
    assertThat(worker)
        .as(
            Say.text(
                "container_name can be given once: this service cannot be scaled",
                "container_name solo se puede dar una vez: este servicio no se puede escalar"))
        .doesNotContainKey("container_name");
    assertThat(list(worker.get("ports")))
        .as(
            Say.text(
                "two workers cannot publish one port, so this one cannot be scaled",
                "dos workers no pueden publicar un mismo puerto, así que este no se puede escalar"))
        .isEmpty();
    Object replicas = worker.getOrDefault("scale", at(worker, "deploy", "replicas"));
    assertThat(String.valueOf(replicas))
        .as(Say.text("the system starts with three workers", "el sistema arranca con tres workers"))
        .isEqualTo("3");
  }

  @Check("L6.2.4")
  void nobodyStartsBeforeRedisIsReady() {
    ComposeText compose = compose();
    for (String name : OURS) {
      Object condition = at(compose.service(name), "depends_on", "redis", "condition");
      assertThat(condition)
          .as(
              Say.text(
                  "%s waits until Redis is started, not until it answers: condition service_healthy",
                  "%s espera a que Redis arranque, no a que responda: condition service_healthy",
                  name))
          .isEqualTo("service_healthy");
    }
    assertThat(words(at(compose.service("redis"), "healthcheck", "test")))
        .as(
            Say.text(
                "Redis has no health check to wait for",
                "Redis no tiene comprobación de salud que esperar"))
        .contains("redis-cli");
  }

  @Check("L6.2.5")
  void healthChecksCanRunAndGiveTimeToStart() {
    ComposeText compose = compose();
    for (String name : OURS) {
      Map<String, Object> check = map(compose.service(name).get("healthcheck"));
      String test = words(check.get("test"));
      assertThat(test)
          .as(
              Say.text(
                  "%s: this image has no curl and no wget: the check fails for ever; it has a subcommand healthcheck",
                  "%s: esta imagen no tiene curl ni wget: la comprobación falla siempre; tiene el subcomando healthcheck",
                  name))
          .contains("healthcheck");
      assertThat(seconds(check.get("start_period")))
          .as(
              Say.text(
                  "%s: without start_period a slow start counts as illness",
                  "%s: sin start_period un arranque lento cuenta como enfermedad", name))
          .isGreaterThan(0);
      assertThat(seconds(check.getOrDefault("interval", "30s")))
          .as(
              Say.text(
                  "%s: an interval of 30 s makes everybody wait",
                  "%s: un intervalo de 30 s hace esperar a todos", name))
          .isLessThan(30);
    }
  }

  @Check("L6.2.6")
  void secretsAreFiles() {
    ComposeText compose = compose();
    for (String name : OURS) {
      Map<String, String> variables = environment(compose.service(name));
      variables.forEach(
          (key, value) ->
              assertThat(
                      key.matches(".*(PASSWORD|SECRET|TOKEN)")
                          || value.matches(".*://[^/@]*:[^/@]+@.*"))
                  .as(
                      Say.text(
                          "%s of %s shows in docker inspect: hand the password over as a file",
                          "%s de %s se ve en docker inspect: entrega la contraseña como archivo",
                          key,
                          name))
                  .isFalse());
      assertThat(variables.getOrDefault("REDIS_PASSWORD_FILE", ""))
          .as(
              Say.text(
                  "%s does not know in which file the password is",
                  "%s no sabe en qué archivo está la contraseña", name))
          .startsWith("/run/secrets/");
      assertThat(list(compose.service(name).get("secrets")))
          .as(Say.text("%s has no right to the secret", "%s no tiene acceso al secreto", name))
          .isNotEmpty();
    }
    assertThat(words(compose.service("redis").get("command")))
        .as(Say.text("Redis asks for no password", "Redis no pide contraseña"))
        .contains("requirepass")
        .contains("/run/secrets/");
  }

  @Check("L6.2.7")
  void aWorkerMayFinishItsTask() {
    Map<String, Object> worker = compose().service("worker");
    Object grace = environment(worker).get("WORKER_GRACE");
    double drain = grace == null ? DEFAULT_GRACE : seconds(grace);
    Object stop = worker.get("stop_grace_period");
    assertThat(stop == null ? COMPOSE_GRACE : seconds(stop))
        .as(
            Say.text(
                "killed before it has drained: the worker needs %s s, Compose gives it less",
                "lo matan antes de terminar: el worker necesita %s s y Compose le da menos", drain))
        .isGreaterThan(drain);
  }

  @Check("L6.2.8")
  void containersCanDoLittleHarm() {
    ComposeText compose = compose();
    for (String name : OURS) {
      Map<String, Object> service = compose.service(name);
      Object memory =
          service.getOrDefault("mem_limit", at(service, "deploy", "resources", "limits", "memory"));
      Object cpus =
          service.getOrDefault("cpus", at(service, "deploy", "resources", "limits", "cpus"));
      assertThat(bytes(memory) >= 128e6 && cores(cpus) > 0)
          .as(
              Say.text(
                  "%s has no limits of memory and cpus: one leak takes the whole machine",
                  "%s no tiene límites de memoria y cpus: una fuga se lleva toda la máquina", name))
          .isTrue();
      assertThat(service.get("read_only"))
          .as(
              Say.text(
                  "%s can write into its own program: read_only",
                  "%s puede escribir en su propio programa: read_only", name))
          .isEqualTo(true);
      assertThat(words(service.get("cap_drop")))
          .as(
              Say.text(
                  "%s keeps capabilities it does not need: cap_drop ALL",
                  "%s conserva permisos que no necesita: cap_drop ALL", name))
          .contains("ALL");
    }
  }

  private static ComposeText compose() {
    return ComposeText.parse(AnswerFile.read("docker/compose.yaml"));
  }
}
