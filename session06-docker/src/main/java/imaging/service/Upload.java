package imaging.service;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Reads a body that a stranger sends: never more bytes than the limit, never longer than the time,
 * never more memory than the budget has.
 *
 * <p>Memory grows with what has arrived, not with what was announced: an announced length costs
 * nothing to send. For one thread.
 */
final class Upload {

  /** Reading, joining the pieces, and the look through the file each need the bytes once. */
  private static final int COPIES = 3;

  private final long limit;
  private final Duration time;
  private final MemoryBudget.Share memory;

  Upload(long limit, Duration time, MemoryBudget.Share memory) {
    this.limit = limit;
    this.time = time;
    this.memory = memory;
  }

  /**
   * Refuses a body by its announced length (−1 if the sender did not say), before its first byte. A
   * sender that asks first ({@code Expect: 100-continue}) is then spared the whole.
   */
  void check(long announced) {
    if (announced > limit) {
      throw Refusal.tooManyBytes(limit);
    }
  }

  // tag::read[]
  /**
   * {@return the whole body}
   *
   * @throws Refusal if it is too long, too slow, or there is no memory for it now
   */
  byte[] read(InputStream body) throws IOException {
    long deadline = System.nanoTime() + time.toNanos();
    List<byte[]> pieces = new ArrayList<>();
    int total = 0;
    while (true) {
      memory.take((long) COPIES * MemoryBudget.UNIT);
      byte[] piece = new byte[MemoryBudget.UNIT];
      int count = fill(body, piece, deadline);
      total += count;
      if (total > limit) {
        throw Refusal.tooManyBytes(limit);
      }
      pieces.add(piece);
      if (count < piece.length) {
        return join(pieces, total);
      }
    }
  }

  // end::read[]

  /** {@return how many bytes came; fewer than fit only at the end of the body} */
  private static int fill(InputStream body, byte[] piece, long deadline) throws IOException {
    int count = 0;
    while (count < piece.length) {
      int more = readSome(body, piece, count);
      if (more < 0) {
        break;
      }
      count += more;
      // One byte every few seconds never trips a time-out between two bytes.
      if (System.nanoTime() - deadline > 0) {
        throw Refusal.tooSlow();
      }
    }
    return count;
  }

  private static int readSome(InputStream body, byte[] piece, int from) throws IOException {
    try {
      return body.read(piece, from, piece.length - from);
    } catch (IOException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw Refusal.tooSlow(); // no byte for longer than a connection may be idle
      }
      throw e;
    }
  }

  private static byte[] join(List<byte[]> pieces, int total) {
    byte[] all = new byte[total];
    int at = 0;
    for (byte[] piece : pieces) {
      int count = Math.min(piece.length, total - at);
      System.arraycopy(piece, 0, all, at, count);
      at += count;
    }
    return all;
  }
}
