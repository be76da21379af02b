package imaging.pipelines.lab;

import java.awt.image.BufferedImage;

/**
 * Where results go, as object stores do it: an upload counts from its commit on. Given. Threads: any;
 * one upload belongs to one thread. Each method may fail with any {@code RuntimeException}.
 */
public interface ImageSink {

  /** {@return whether anything is stored under the name, complete or half} */
  boolean exists(String name);

  /** {@return whether a complete result is stored under the name} */
  boolean isCommitted(String name);

  /** Begins a result; what was half there is replaced. Each upload must end with commit or abort. */
  Upload open(String name);

  /** A result on its way. */
  interface Upload {

    /** Sends the image; if this fails, half of it may be stored. */
    void write(BufferedImage image);

    /** Makes it count. Only after {@link #write} returned. */
    void commit();

    /** Throws away what was sent. */
    void abort();
  }
}
