package imaging.service.lab;

import com.google.cloud.tools.jib.api.JibContainerBuilder;
import imaging.grader.Todo;
import java.nio.file.Path;

/** L6.3: an image described in Java, built without Docker. */
final class JibImage {

  private JibImage() {}

  /**
   * Describes the image of a worker.
   *
   * <p>The folder holds {@code app.jar} and {@code lib/*.jar}; in the image they lie below {@code
   * /app}, what changes seldom in a layer of its own. The image runs as user 10001 of group 10001,
   * starts {@code java} itself with the argument {@code worker}, and says its version in the label
   * {@code org.opencontainers.image.version}. Built from the same files, at another time or copied
   * anew, it is the same to the last byte.
   *
   * @param base what to build on; changed and returned
   * @param app the folder
   * @param version such as {@code 1.2.0}
   * @throws java.io.IOException if the folder cannot be read
   */
  static JibContainerBuilder describe(JibContainerBuilder base, Path app, String version)
      throws java.io.IOException {
    throw Todo.todo("JibImage.describe");
  }
}
