/**
 * The queue of session 4 beside raw Redis commands, Redisson and Jesque, on one Redis in one run.
 *
 * <pre>
 *   QueueRatios ──for each round──► enqueue, process, latency, memory ──► each QueueSystem in turn
 * </pre>
 *
 * <p>Not JMH: a turn fills the queue and empties it again, which is no repeatable single step, and
 * half of the time passes in another process, so that here it is the clock on the wall that counts.
 */
@NullMarked
package imaging.bench.queue;

import org.jspecify.annotations.NullMarked;
