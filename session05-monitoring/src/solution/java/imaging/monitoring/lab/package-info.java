/**
 * The labs of session 5.
 *
 * <pre>
 *   register, beat, beat, … silence ──► LeaseBook says: expired          L5.1
 *   a lost worker's tasks ──► LostTasks, any number of them racing       L5.2
 *   failed ──► RetryDesk: a pause, again, … dead ──► replay              L5.3
 * </pre>
 */
@NullMarked
package imaging.monitoring.lab;

import org.jspecify.annotations.NullMarked;
