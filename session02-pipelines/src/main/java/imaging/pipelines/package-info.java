/** Filters put together from text, and run over folders. */
@NullMarked
package imaging.pipelines;

import org.jspecify.annotations.NullMarked;
