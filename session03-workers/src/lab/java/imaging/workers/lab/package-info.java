/**
 * The labs of session 3.
 *
 * <pre>
 *   threads that put ──► BoundedQueue ──► threads that take          L3.1
 *   images ──► AsyncFilter (at most `limit` at once) ──► futures     L3.2
 *   /healthz, /readyz ──► HealthBoard;  log lines ──► TaskContext    L3.3
 * </pre>
 */
@NullMarked
package imaging.workers.lab;

import org.jspecify.annotations.NullMarked;
