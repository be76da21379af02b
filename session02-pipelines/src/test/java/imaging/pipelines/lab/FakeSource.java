package imaging.pipelines.lab;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;

/** A source of small images that counts who reads, and fails where it is told to. */
final class FakeSource implements ImageSource {

  private final List<String> names;
  private final InWork inWork;
  final Set<String> broken = new ConcurrentSkipListSet<>();
  final Set<String> read = new ConcurrentSkipListSet<>();

  FakeSource(List<String> names, InWork inWork) {
    this.names = names;
    this.inWork = inWork;
  }

  /** {@return the names img-00, img-01, …} */
  static List<String> numbered(int count) {
    return IntStream.range(0, count).mapToObj("img-%02d"::formatted).toList();
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public BufferedImage read(String name) {
    inWork.begins(name);
    read.add(name);
    if (broken.contains(name)) {
      inWork.ends(name);
      throw new IllegalStateException("cannot read " + name);
    }
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, names.indexOf(name));
    return image;
  }
}
