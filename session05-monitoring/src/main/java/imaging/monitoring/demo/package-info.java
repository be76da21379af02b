/** Demos of session 5: the whole under fire, a heart for a dead brain, dead letters. */
@NullMarked
package imaging.monitoring.demo;

import org.jspecify.annotations.NullMarked;
