package imaging.bench.images;

import java.awt.image.BufferedImage;
import net.coobird.thumbnailator.Thumbnails;
import org.jspecify.annotations.Nullable;

/** Thumbnailator: it has no filters that change colours, only sizes. */
record ThumbnailatorLibrary() implements Library {

  @Override
  public @Nullable Work prepare(Operation operation, Photograph photograph) {
    BufferedImage image = photograph.image();
    return operation == Operation.SHRINK
        ? new Step<>(() -> Thumbnails.of(image).scale(0.25).asBufferedImage(), Pictures::rgb)
        : null;
  }
}
