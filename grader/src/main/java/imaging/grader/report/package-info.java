/**
 * From the journal of a run to what people and machines read.
 *
 * <pre>
 *   lab.yaml ──► SessionSpec ─┐
 *                             ├─► Report ──► ScoreTable (terminal), Exports (JSON, CSV, Markdown, Gradescope)
 *   JUnit ──► JournalListener ──► journal.jsonl ─┘
 * </pre>
 *
 * The journal is written line by line while the checks run, so a test JVM that dies in the middle
 * leaves all that was known.
 */
package imaging.grader.report;
