package imaging.bench.images;

import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** Somebody who can do some of the operations. */
interface Library {

  /**
   * {@return the operation made ready for one photograph, in the library's own form of an image;
   * null if the library has no such operation}
   */
  @Nullable Work prepare(Operation operation, Photograph photograph);

  /** One operation, ready to run again and again. The photograph is never changed. */
  interface Work {

    /** {@return the result, in the library's own form; may be the same object each time} */
    Object run();

    /** {@return a result as an RGB image, for comparison; not measured} */
    BufferedImage picture(Object result);
  }

  /** A step that gives a {@code T}, and how to look at one. */
  record Step<T>(Call<T> call, Look<T> look) implements Work {

    @Override
    public Object run() {
      try {
        return call.run();
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    @SuppressWarnings("unchecked") // the result of this very step
    public BufferedImage picture(Object result) {
      return look.at((T) result);
    }
  }

  /** The measured part. */
  interface Call<T> {
    T run() throws java.io.IOException;
  }

  /** The part that makes a picture of it. */
  interface Look<T> {
    BufferedImage at(T result);
  }
}
