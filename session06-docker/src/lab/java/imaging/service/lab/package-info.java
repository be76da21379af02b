/** Your answers to the labs of session 6. */
@NullMarked
package imaging.service.lab;

import org.jspecify.annotations.NullMarked;
