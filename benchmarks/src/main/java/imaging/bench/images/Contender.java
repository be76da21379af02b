package imaging.bench.images;

import java.util.List;

/** Who takes part, in the order in which they take turns. */
public enum Contender {
  COURSE("course", new CourseLibrary(false)),
  COURSE_READY("course, ready image", new CourseLibrary(true)),
  COURSE_IMAGEIO("course, ImageIO", new CourseLibrary(false)),
  OPENCV("OpenCV", new OpenCvLibrary()),
  JDK("JDK", new JdkLibrary()),
  IMAGEJ("ImageJ", new ImageJLibrary()),
  BOOFCV("BoofCV", new BoofCvLibrary()),
  THUMBNAILATOR("Thumbnailator", new ThumbnailatorLibrary());

  private final String label;
  private final Library library;

  Contender(String label, Library library) {
    this.label = label;
    this.library = library;
  }

  String label() {
    return label;
  }

  Library library() {
    return library;
  }

  /** {@return whether it is worth a JVM: not where it would only repeat another contender} */
  boolean takesPartIn(Operation operation) {
    return switch (this) {
      case COURSE_READY -> operation.isFilter();
      case COURSE_IMAGEIO -> operation.usesJpeg();
      case IMAGEJ -> operation.isFilter() && !operation.name().startsWith("BOX");
      case BOOFCV -> operation.isFilter() && operation.compareTo(Operation.EDGES) < 0;
      case THUMBNAILATOR -> operation == Operation.SHRINK;
      case JDK -> operation != Operation.SOBEL && operation != Operation.PIPELINE;
      case COURSE, OPENCV -> true;
    };
  }

  List<String> jvmArguments() {
    return this == COURSE_IMAGEIO ? List.of("-Dimaging.jpeg=imageio") : List.of();
  }
}
