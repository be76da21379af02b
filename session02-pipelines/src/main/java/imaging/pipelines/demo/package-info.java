/** Runnable lessons: {@code Demo} (a batch over the photographs) and {@code Pipeline} (text). */
@NullMarked
package imaging.pipelines.demo;

import org.jspecify.annotations.NullMarked;
