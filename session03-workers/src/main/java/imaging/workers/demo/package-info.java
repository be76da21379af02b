/**
 * Session 3 to look at.
 *
 * <pre>
 *   Demo          one thread, threads, virtual threads: on work that computes and work that waits
 *   Health        readiness and liveness while the queue goes away and the worker drains
 *   SharedBuffer  wrong: one buffer for all threads; right: one a picture
 * </pre>
 */
@NullMarked
package imaging.workers.demo;

import org.jspecify.annotations.NullMarked;
