/**
 * The course's filters and JPEG codecs beside those of other libraries, on one photograph.
 *
 * <pre>
 *   Ratios ──for each round, operation, contender──► a JVM of its own (JMH) ──► ms an operation
 *      │                                        └──► pillow_ops.py (Python)  ──► ms an operation
 *      └──► medians, ratios, differences between the pictures, as a Markdown table
 *
 *   Operation   what is to be done: grayscale, edges, JPEG decode …
 *   Contender   who does it: the course, OpenCV, ImageJ …, each a {@link imaging.bench.images.Library}
 * </pre>
 */
@NullMarked
package imaging.bench.images;

import org.jspecify.annotations.NullMarked;
