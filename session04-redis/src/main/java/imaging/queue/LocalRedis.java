package imaging.queue;

import imaging.filters.ImagingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A redis-server process of ours on this machine, with its port open to this machine only. It can be
 * killed and started again, on the same port and from the same files. For one thread.
 */
public final class LocalRedis implements RedisServer {

  private static final int START_SECONDS = 20;

  private final RedisProgram program;
  private final Durability durability;
  private final Path folder;
  private final boolean folderIsOurs;
  private final List<String> moreOptions;
  private final Thread stopAtExit = new Thread(this::kill);
  private int port;
  private @Nullable Process process;

  private LocalRedis(
      RedisProgram program,
      Durability durability,
      @Nullable Path folder,
      List<String> moreOptions) {
    this.program = program;
    this.durability = durability;
    this.folderIsOurs = folder == null;
    this.folder = folder == null ? Folders.temporary() : folder;
    this.moreOptions = moreOptions;
  }

  static LocalRedis start(
      RedisProgram program, Durability durability, @Nullable Path folder, String... options) {
    LocalRedis redis = new LocalRedis(program, durability, folder, List.of(options));
    Runtime.getRuntime().addShutdownHook(redis.stopAtExit);
    redis.startOnFreePort();
    return redis;
  }

  @Override
  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  @Override
  public String description() {
    return "%s, port %d".formatted(program.origin(), port);
  }

  /** {@return its process id} */
  public long pid() {
    return running().pid();
  }

  /** Kills it as {@code kill -9} does: it has no chance to save anything. */
  public void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
      running.onExit().join();
      process = null;
    }
  }

  /** Starts it again after {@link #kill}, with what its files hold. */
  public void restart() {
    kill();
    launch();
  }

  /** Between finding a free port and taking it another process may take it: then another port. */
  private void startOnFreePort() {
    for (int tries = 1; ; tries++) {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = socket.getLocalPort();
      } catch (IOException e) {
        throw new UncheckedIOException("there is no free port", e);
      }
      try {
        launch();
        return;
      } catch (ImagingException e) {
        if (tries == 3) {
          throw e;
        }
      }
    }
  }

  private void launch() {
    ProcessBuilder builder =
        new ProcessBuilder(program.path().toString(), "--port", Integer.toString(port));
    builder.command().addAll(List.of("--bind", "127.0.0.1", "--dir", folder.toString()));
    builder.command().addAll(List.of("--save", "", "--daemonize", "no"));
    if (durability != Durability.NONE) {
      String policy = durability.name().toLowerCase(Locale.ROOT);
      builder.command().addAll(List.of("--appendonly", "yes", "--appendfsync", policy));
    }
    builder.command().addAll(moreOptions);
    try {
      process = builder.redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new ImagingException("%s does not start".formatted(program.path()), e);
    }
    awaitReady(running());
  }

  /** Redis says when it is ready: no need to knock until it opens. */
  private void awaitReady(Process started) {
    CompletableFuture<String> ready = new CompletableFuture<>();
    Thread.ofPlatform().daemon().name("redis-log").start(() -> readLog(started, ready));
    try {
      String problem = ready.get(START_SECONDS, TimeUnit.SECONDS);
      if (!problem.isEmpty()) {
        throw new ImagingException("%s stopped: %s".formatted(program.path(), problem));
      }
    } catch (TimeoutException | ExecutionException e) {
      throw new ImagingException("%s does not get ready".formatted(program.path()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImagingException("interrupted while Redis was starting", e);
    }
  }

  private static void readLog(Process process, CompletableFuture<String> ready) {
    String last = "it said nothing";
    try (BufferedReader log = process.inputReader()) {
      for (String line = log.readLine(); line != null; line = log.readLine()) {
        last = line.isBlank() ? last : line;
        if (line.contains("Ready to accept connections") || line.contains("now ready to accept")) {
          ready.complete("");
        }
      }
    } catch (IOException e) {
      last = String.valueOf(e.getMessage());
    }
    ready.complete(last);
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException("this Redis was killed: restart it first");
    }
    return process;
  }

  @Override
  public void close() {
    kill();
    if (folderIsOurs) {
      Folders.delete(folder);
    }
    try {
      Runtime.getRuntime().removeShutdownHook(stopAtExit);
    } catch (IllegalStateException e) {
      // The JVM is on its way out: the hook runs anyway.
    }
  }
}
