/** Tasks that survive their workers, in Redis. */
@NullMarked
package imaging.queue;

import org.jspecify.annotations.NullMarked;
