/** What session 4 shows: each demo is one file with its run line; the rest are their tools. */
@NullMarked
package imaging.queue.demo;

import org.jspecify.annotations.NullMarked;
