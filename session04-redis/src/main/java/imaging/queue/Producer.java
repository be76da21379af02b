package imaging.queue;

import imaging.workers.ImageTask;
import imaging.workers.QueueFullException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Hands tasks in: one script call for each thousand, so neither Redis nor the network is flooded. */
final class Producer {

  /** Some 300 kB in one command, and Redis busy for a few milliseconds. */
  static final int CHUNK = 1_000;

  private static final int LATER_CHUNK = -1;

  private final QueueConnection redis;
  private final int chunkSize;

  Producer(QueueConnection redis, int chunkSize) {
    this.redis = redis;
    this.chunkSize = chunkSize;
  }

  /** {@return how many of the tasks were new} Adds, in order, those whose id is not known, or none. */
  int submit(List<ImageTask> tasks) {
    Map<String, ImageTask> byId = new LinkedHashMap<>();
    tasks.forEach(task -> byId.putIfAbsent(task.id(), task));
    List<ImageTask> distinct = new ArrayList<>(byId.values());
    List<List<ImageTask>> chunks = new ArrayList<>();
    for (int start = 0; start < distinct.size(); start += chunkSize) {
      chunks.add(distinct.subList(start, Math.min(start + chunkSize, distinct.size())));
    }
    // The script counts what is new in its own chunk; a longer batch must be counted beforehand.
    int places = chunks.size() > 1 ? countNew(chunks) : 0;
    String batch = UUID.randomUUID().toString();
    int added = 0;
    for (List<ImageTask> chunk : chunks) {
      added += submitChunk(chunk, batch, places);
      places = LATER_CHUNK;
    }
    return added;
  }

  private int countNew(List<List<ImageTask>> chunks) {
    long known = 0;
    for (List<ImageTask> chunk : chunks) {
      String[] keys =
          chunk.stream().map(task -> redis.key("task:" + task.id())).toArray(String[]::new);
      known += redis.call(jedis -> jedis.exists(keys));
    }
    return chunks.stream().mapToInt(List::size).sum() - (int) known;
  }

  private int submitChunk(List<ImageTask> chunk, String batch, int places) {
    int bound = redis.settings().bound();
    List<String> args = new ArrayList<>(chunk.size() * 12 + 3);
    args.add(Integer.toString(bound));
    args.add(batch);
    args.add(Integer.toString(places));
    for (ImageTask task : chunk) {
      List<String> fields = TaskFields.of(task);
      args.add(task.id());
      args.add(Integer.toString(fields.size()));
      args.addAll(fields);
    }
    List<?> reply = (List<?>) redis.run(Script.ENQUEUE, args);
    long added = (Long) reply.getFirst();
    if (added < 0) {
      throw new QueueFullException(bound);
    }
    return (int) added;
  }
}
