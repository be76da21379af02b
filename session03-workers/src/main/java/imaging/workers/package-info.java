/**
 * Tasks, a queue of them, and workers that empty it.
 *
 * <pre>
 *   producer ──enqueue──► TaskQueue ──take──► Worker ──► pipeline on the image of the ImageStore
 *                            ▲                  │
 *                            └─complete / fail / giveBack
 * </pre>
 */
@NullMarked
package imaging.workers;

import org.jspecify.annotations.NullMarked;
