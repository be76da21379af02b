package imaging.queue;

import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** Walks the keys of a queue with SCAN: a page at a time, so that Redis serves others in between. */
final class Keys {

  private static final int PAGE = 1_000;

  private Keys() {}

  /** {@return all keys that fit the pattern; KEYS would say the same and stop Redis meanwhile} */
  static List<String> matching(QueueConnection redis, String pattern) {
    ScanParams params = new ScanParams().match(pattern).count(PAGE);
    List<String> all = new ArrayList<>();
    String cursor = ScanParams.SCAN_POINTER_START;
    do {
      String from = cursor;
      ScanResult<String> page = redis.call(jedis -> jedis.scan(from, params));
      all.addAll(page.getResult());
      cursor = page.getCursor();
    } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    return all.stream().distinct().toList(); // SCAN may say a key twice
  }

  static void delete(QueueConnection redis) {
    List<String> keys = matching(redis, redis.key("*"));
    for (int start = 0; start < keys.size(); start += PAGE) {
      String[] page =
          keys.subList(start, Math.min(start + PAGE, keys.size())).toArray(String[]::new);
      redis.call(jedis -> jedis.del(page));
    }
  }
}
