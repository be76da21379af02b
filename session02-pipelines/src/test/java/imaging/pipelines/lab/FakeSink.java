package imaging.pipelines.lab;

import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** A sink that remembers what is half there, what is committed, and what was left open. */
final class FakeSink implements ImageSink {

  /** The one pixel of a committed result; -1 for what is half there. */
  private final Map<String, Integer> stored = new ConcurrentSkipListMap<>();

  private final InWork inWork;
  final Set<String> committed = new ConcurrentSkipListSet<>();
  final Set<String> open = ConcurrentHashMap.newKeySet();
  final Set<String> failWrite = new ConcurrentSkipListSet<>();
  final Set<String> failCommit = new ConcurrentSkipListSet<>();
  final Set<String> failAbort = new ConcurrentSkipListSet<>();

  FakeSink(InWork inWork) {
    this.inWork = inWork;
  }

  /** Something is there already, from an earlier run. */
  void hold(String name, boolean complete) {
    stored.put(name, complete ? 1_000 : -1);
    if (complete) {
      committed.add(name);
    }
  }

  /** {@return the pixel stored, -1 if half, null if nothing} */
  Integer pixel(String name) {
    return stored.get(name);
  }

  @Override
  public boolean exists(String name) {
    return stored.containsKey(name);
  }

  @Override
  public boolean isCommitted(String name) {
    return committed.contains(name);
  }

  @Override
  public Upload open(String name) {
    committed.remove(name);
    open.add(name);
    return new FakeUpload(name);
  }

  private final class FakeUpload implements Upload {

    private final String name;

    FakeUpload(String name) {
      this.name = name;
    }

    @Override
    public void write(BufferedImage image) {
      stored.put(name, -1);
      failIf(failWrite, "cannot write ");
      stored.put(name, image.getRGB(0, 0) & 0xFFFFFF);
    }

    @Override
    public void commit() {
      failIf(failCommit, "cannot commit ");
      committed.add(name);
      end();
    }

    @Override
    public void abort() {
      stored.remove(name);
      end();
      failIf(failAbort, "cannot abort ");
    }

    private void end() {
      open.remove(name);
      inWork.ends(name);
    }

    private void failIf(Set<String> names, String what) {
      if (names.contains(name)) {
        throw new IllegalStateException(what + name);
      }
    }
  }
}
