/** Your answers to the labs of session 4. */
@NullMarked
package imaging.queue.lab;

import org.jspecify.annotations.NullMarked;
