/** The gateway at work, on this machine with nothing installed. */
@NullMarked
package imaging.service.demo;

import org.jspecify.annotations.NullMarked;
