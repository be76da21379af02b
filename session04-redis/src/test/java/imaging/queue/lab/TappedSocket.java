package imaging.queue.lab;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A socket to Redis that cuts what is written into commands and tells a {@link Tap} of each. */
final class TappedSocket extends Socket {

  private final Tap tap;

  TappedSocket(String host, int port, Tap tap) throws IOException {
    super(host, port);
    setTcpNoDelay(true);
    this.tap = tap;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        tap.reads();
        return super.read(bytes, offset, length);
      }
    };
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new CommandCutter(super.getOutputStream());
  }

  /** Passes on whole commands only: {@code *2\r\n$4\r\nLPOP\r\n$1\r\na\r\n}. */
  private final class CommandCutter extends FilterOutputStream {

    private final ByteArrayOutputStream rest = new ByteArrayOutputStream();

    private CommandCutter(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      rest.write(bytes, offset, length);
      byte[] all = rest.toByteArray();
      int start = 0;
      for (int end = endOfCommand(all, 0); end > 0; end = endOfCommand(all, start)) {
        pass(all, start, end);
        start = end;
      }
      rest.reset();
      rest.write(all, start, all.length - start);
    }

    private void pass(byte[] all, int start, int end) throws IOException {
      switch (tap.said(name(all, start), end - start)) {
        case PASS -> out.write(all, start, end - start);
        case DIE -> throw new IOException("the process is dead");
        case DIE_AFTERWARDS -> {
          out.write(all, start, end - start);
          out.flush();
          shutdownOutput(); // Redis does what it has got, answers, and then closes
          TappedSocket.super.getInputStream().readAllBytes();
          throw new IOException("the process is dead");
        }
      }
    }

    private static String name(byte[] all, int start) {
      int length = line(all, start);
      int word = line(all, length);
      return new String(all, word, line(all, word) - word, StandardCharsets.UTF_8).strip();
    }

    /** {@return where the command that begins at {@code start} ends, or -1 if it is not all there} */
    private static int endOfCommand(byte[] all, int start) {
      int at = line(all, start);
      if (at < 0) {
        return -1;
      }
      int words = number(all, start, at);
      for (int i = 0; i < words; i++) {
        int body = line(all, at);
        if (body < 0) {
          return -1;
        }
        at = body + number(all, at, body) + 2;
        if (at > all.length) {
          return -1;
        }
      }
      return at;
    }

    /** {@return where the line after the one at {@code start} begins, or -1} */
    private static int line(byte[] all, int start) {
      for (int i = start; i + 1 < all.length; i++) {
        if (all[i] == '\r' && all[i + 1] == '\n') {
          return i + 2;
        }
      }
      return -1;
    }

    private static int number(byte[] all, int start, int end) {
      byte[] digits = Arrays.copyOfRange(all, start + 1, end - 2);
      return Integer.parseInt(new String(digits, StandardCharsets.US_ASCII));
    }
  }
}
