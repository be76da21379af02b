/**
 * Filters put together from text, and run over folders.
 *
 * <pre>
 *   "grayscale|blur:radius=2"                 a.jpg  b.jpg  c.jpg
 *        │ PipelineParser                        │      │      │     n threads, n images in memory
 *        │  names ──► FilterRegistry             ▼      ▼      ▼
 *        ▼                                  ┌─────── BatchRunner ───────┐
 *   FilterPipeline (an ImageFilter) ───────►│ read ► filter ► write ► journal
 *                                           └──────┬──────────┬─────────┘
 *                     BatchListener (as they end) ◄┘          └► BatchReport (in the order given)
 * </pre>
 */
@NullMarked
package imaging.pipelines;

import org.jspecify.annotations.NullMarked;
