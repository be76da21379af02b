package imaging.monitoring;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Redis that is away, as one background job sees it: said once, then tried again at growing
 * intervals, then "back" said once. For one thread.
 */
final class Outage {

  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger("imaging.redis");

  private final String who;
  private final Duration interval;
  private Duration pause;
  private boolean away;

  /**
   * @param who for people: whose job this is
   * @param interval between two rounds of the job while all is well
   */
  Outage(String who, Duration interval) {
    this.who = who;
    this.interval = interval;
    this.pause = interval;
  }

  /** The round went well; {@return the time to the next} */
  Duration works() {
    if (away) {
      LOG.info("{}: Redis is back", who);
    }
    away = false;
    pause = interval;
    return interval;
  }

  /** Redis did not answer; {@return the time to the next try, which doubles up to 5 seconds} */
  Duration failed(RuntimeException cause) {
    if (!away) {
      LOG.warn("{}: trying again until it answers: {}", who, cause.getMessage());
    }
    away = true;
    Duration now = pause;
    Duration doubled = pause.multipliedBy(2);
    Duration most = interval.compareTo(LONGEST) > 0 ? interval : LONGEST;
    pause = doubled.compareTo(most) < 0 ? doubled : most;
    return now;
  }
}
