/** Programs that show the filters at work; each says in its class doc how to run it. */
@NullMarked
package imaging.filters.demo;

import org.jspecify.annotations.NullMarked;
