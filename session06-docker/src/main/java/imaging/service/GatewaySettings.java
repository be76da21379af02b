package imaging.service;

import java.time.Duration;

/**
 * How a gateway behaves.
 *
 * @param port to listen on; 0 for any free one
 * @param maxBytes of one image
 * @param maxPixels of one image, as its header says
 * @param memory bytes that all images on their way may hold together
 * @param uploadTime for one body, from its first byte to its last
 * @param idle after so long without a byte a connection is closed
 */
public record GatewaySettings(
    int port, long maxBytes, long maxPixels, long memory, Duration uploadTime, Duration idle) {

  public GatewaySettings {
    if (maxBytes < 1 || maxBytes > 1_000_000_000 || maxPixels < 1 || memory < 1) {
      throw new IllegalArgumentException(
          "limits must be positive, and an image at most 1000000000 bytes: %d bytes, %d pixels, %d of memory"
              .formatted(maxBytes, maxPixels, memory));
    }
  }

  /** {@return 20 MB and 40 million pixels an image, half of the heap for all, 30 s for a body} */
  public static GatewaySettings defaults() {
    long memory = Runtime.getRuntime().maxMemory() / 2;
    return new GatewaySettings(
        8080, 20_000_000, 40_000_000, memory, Duration.ofSeconds(30), Duration.ofSeconds(15));
  }

  public GatewaySettings withPort(int number) {
    return new GatewaySettings(number, maxBytes, maxPixels, memory, uploadTime, idle);
  }

  public GatewaySettings withMaxBytes(long bytes) {
    return new GatewaySettings(port, bytes, maxPixels, memory, uploadTime, idle);
  }

  public GatewaySettings withMaxPixels(long pixels) {
    return new GatewaySettings(port, maxBytes, pixels, memory, uploadTime, idle);
  }

  public GatewaySettings withMemory(long bytes) {
    return new GatewaySettings(port, maxBytes, maxPixels, bytes, uploadTime, idle);
  }

  /** A body may take {@code body}, a pause between two bytes {@code pause}. */
  public GatewaySettings withTimes(Duration body, Duration pause) {
    return new GatewaySettings(port, maxBytes, maxPixels, memory, body, pause);
  }
}
