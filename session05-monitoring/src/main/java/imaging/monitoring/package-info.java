/** Who works, who died, and what to do with what they held. */
@NullMarked
package imaging.monitoring;

import org.jspecify.annotations.NullMarked;
