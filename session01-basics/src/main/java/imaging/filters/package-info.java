/**
 * Images in, images out: reading, filters, writing.
 *
 * <pre>
 *   photo.jpg ──Images.read──► BufferedImage ──ImageFilter.apply──► BufferedImage ──Images.write──► out.png
 *                                    │                                   ▲
 *                                    └──► Pixels source ──filter──► Pixels target
 *                                         (int[] of 0xAARRGGBB, row by row, never changed / all written)
 * </pre>
 */
@NullMarked
package imaging.filters;

import org.jspecify.annotations.NullMarked;
