package imaging.pipelines.lab;

import java.awt.image.BufferedImage;
import java.util.List;

/** Where images come from: a folder, an archive, a camera. Given. Threads: any. */
public interface ImageSource {

  /** {@return the names of all images, each once} */
  List<String> names();

  /** {@return the image} May fail with any {@code RuntimeException}. */
  BufferedImage read(String name);
}
