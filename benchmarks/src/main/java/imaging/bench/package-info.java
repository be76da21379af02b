/**
 * Measurements of the course beside others: {@code images} (filters, JPEG) and {@code queue}.
 *
 * <p>Both let all contenders take turns, round after round, and report ratios: a figure from a
 * shared machine means little alone.
 */
@NullMarked
package imaging.bench;

import org.jspecify.annotations.NullMarked;
