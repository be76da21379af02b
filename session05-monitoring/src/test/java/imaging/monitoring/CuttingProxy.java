package imaging.monitoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and Redis, lets so many commands through with their answers, and then is
 * deaf: connections break, new ones are closed. A client of ours sends one command at a time, so what
 * arrives together is one command.
 */
final class CuttingProxy implements AutoCloseable {

  private final ServerSocket door;
  private final URI redis;
  private final AtomicInteger left;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  private CuttingProxy(ServerSocket door, URI redis, int commands) {
    this.door = door;
    this.redis = redis;
    this.left = new AtomicInteger(commands);
  }

  static CuttingProxy to(String url, int commands) throws IOException {
    ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    CuttingProxy proxy = new CuttingProxy(door, URI.create(url), commands);
    Thread.ofVirtual().start(proxy::open);
    return proxy;
  }

  String url() {
    return "redis://127.0.0.1:" + door.getLocalPort();
  }

  boolean hasCut() {
    return cut;
  }

  private void open() {
    try {
      while (true) {
        Socket client = door.accept();
        sockets.add(client);
        if (cut) {
          client.close();
        } else {
          Socket server = new Socket(redis.getHost(), redis.getPort());
          sockets.add(server);
          Thread.ofVirtual().start(() -> pump(client, server, true));
          Thread.ofVirtual().start(() -> pump(server, client, false));
        }
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void pump(Socket from, Socket to, boolean counted) {
    byte[] buffer = new byte[1 << 20];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (counted && left.getAndDecrement() <= 0) {
          cut = true;
          return;
        }
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // the other side is gone
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
