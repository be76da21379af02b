package imaging.bench.images;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.function.Consumer;
import nu.pattern.OpenCV;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** OpenCV's native code on one thread: BGR bytes, results into a ready image. */
record OpenCvLibrary() implements Library {

  private static final int BORDER = Core.BORDER_REPLICATE;

  @Override
  public @Nullable Work prepare(Operation operation, Photograph photograph) {
    OpenCV.loadLocally();
    Core.setNumThreads(1);
    Mat in = bgr(photograph.image());
    return switch (operation) {
      case GRAYSCALE -> into(out -> Imgproc.cvtColor(in, out, Imgproc.COLOR_BGR2GRAY));
      case BRIGHTNESS -> into(out -> in.convertTo(out, -1, 1.5, 0));
      case GAUSSIAN_2 -> into(out -> gaussian(in, out, 2));
      case GAUSSIAN_10 -> into(out -> gaussian(in, out, 10));
      case BOX_2 -> into(out -> box(in, out, 2));
      case BOX_10 -> into(out -> box(in, out, 10));
      case EDGES -> {
        Mat kernel = edgeKernel();
        yield into(out -> edges(in, out, kernel));
      }
      case SOBEL -> sobel(in);
      case SHRINK -> {
        Size size = new Size(photograph.width() / 4, photograph.height() / 4);
        yield into(out -> Imgproc.resize(in, out, size, 0, 0, Imgproc.INTER_AREA));
      }
      case DECODE -> {
        MatOfByte file = new MatOfByte(photograph.jpeg());
        // A new matrix each time: freed here, or the heap never notices 36 MB outside of it.
        Mat[] last = {new Mat()};
        yield new Step<Mat>(
            () -> {
              last[0].release();
              last[0] = Imgcodecs.imdecode(file, Imgcodecs.IMREAD_COLOR);
              return last[0];
            },
            OpenCvLibrary::picture);
      }
      case ENCODE -> {
        MatOfByte file = new MatOfByte();
        yield new Step<>(() -> encode(in, file), Pictures::decoded);
      }
      case PIPELINE -> pipeline(photograph.jpeg());
    };
  }

  private static Work into(Consumer<Mat> operation) {
    Mat out = new Mat();
    return new Step<>(
        () -> {
          operation.accept(out);
          return out;
        },
        OpenCvLibrary::picture);
  }

  private static void gaussian(Mat in, Mat out, int sigma) {
    int taps = 6 * sigma + 1;
    Imgproc.GaussianBlur(in, out, new Size(taps, taps), sigma, sigma, BORDER);
  }

  private static void box(Mat in, Mat out, int radius) {
    int taps = 2 * radius + 1;
    Imgproc.blur(in, out, new Size(taps, taps), new org.opencv.core.Point(-1, -1), BORDER);
  }

  private static void edges(Mat in, Mat out, Mat kernel) {
    Imgproc.filter2D(in, out, -1, kernel, new org.opencv.core.Point(-1, -1), 0, BORDER);
  }

  private static Mat edgeKernel() {
    Mat kernel = new Mat(3, 3, CvType.CV_32F);
    kernel.put(0, 0, -1, -1, -1, -1, 8, -1, -1, -1, -1);
    return kernel;
  }

  private static Work sobel(Mat in) {
    Mat gx = new Mat();
    Mat gy = new Mat();
    Mat x = new Mat();
    Mat y = new Mat();
    return into(
        out -> {
          Imgproc.Sobel(in, gx, CvType.CV_16S, 1, 0, 3, 1, 0, BORDER);
          Imgproc.Sobel(in, gy, CvType.CV_16S, 0, 1, 3, 1, 0, BORDER);
          Core.convertScaleAbs(gx, x);
          Core.convertScaleAbs(gy, y);
          Core.add(x, y, out);
        });
  }

  private static byte[] encode(Mat image, MatOfByte file) {
    MatOfInt quality = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, 85);
    Imgcodecs.imencode(".jpg", image, file, quality);
    return file.toArray();
  }

  private static Work pipeline(byte[] jpeg) {
    MatOfByte in = new MatOfByte(jpeg);
    Mat grey = new Mat();
    Mat blurred = new Mat();
    Mat edges = new Mat();
    Mat kernel = edgeKernel();
    MatOfByte file = new MatOfByte();
    return new Step<>(
        () -> {
          Mat colour = Imgcodecs.imdecode(in, Imgcodecs.IMREAD_COLOR);
          Imgproc.cvtColor(colour, grey, Imgproc.COLOR_BGR2GRAY);
          colour.release();
          gaussian(grey, blurred, 2);
          edges(blurred, edges, kernel);
          return encode(edges, file);
        },
        Pictures::decoded);
  }

  private static Mat bgr(BufferedImage image) {
    BufferedImage bytes =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    bytes.createGraphics().drawImage(image, 0, 0, null);
    Mat mat = new Mat(image.getHeight(), image.getWidth(), CvType.CV_8UC3);
    mat.put(0, 0, ((DataBufferByte) bytes.getRaster().getDataBuffer()).getData());
    return mat;
  }

  private static BufferedImage picture(Mat mat) {
    byte[] samples = new byte[(int) mat.total() * mat.channels()];
    mat.get(0, 0, samples);
    if (mat.channels() == 1) {
      return Pictures.grey(mat.cols(), mat.rows(), samples);
    }
    return Pictures.bgr(mat.cols(), mat.rows(), samples);
  }
}
