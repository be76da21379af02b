/**
 * The {@code lab} command: one class a subcommand, all thin.
 *
 * <pre>
 *   ./lab status | next | check 04 | hint L4.2 | watch 04 | reset L4.2     (students)
 *   ./lab grade --submission DIR --out DIR | gates 04 | doctor            (instructors, CI)
 * </pre>
 */
package imaging.grader.cli;
