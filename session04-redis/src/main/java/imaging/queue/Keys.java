package imaging.queue;

import java.util.List;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** Walks the keys of a queue with SCAN: a page at a time, so that Redis serves others in between. */
final class Keys {

  private Keys() {}

  static void delete(QueueConnection redis) {
    ScanParams params = new ScanParams().match(redis.key("*")).count(1_000);
    String cursor = ScanParams.SCAN_POINTER_START;
    do {
      String from = cursor;
      ScanResult<String> page = redis.call(jedis -> jedis.scan(from, params));
      List<String> keys = page.getResult();
      if (!keys.isEmpty()) {
        redis.call(jedis -> jedis.del(keys.toArray(String[]::new)));
      }
      cursor = page.getCursor();
    } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
  }
}
