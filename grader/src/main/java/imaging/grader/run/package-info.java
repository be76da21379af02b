/**
 * Runs an answer against the checks without Maven, in about a second.
 *
 * <pre>
 *   Maven, once a session ──► Prepared (class path, compiled checks)
 *   answer's files ──► AnswerCompiler (in process) ──► ChildRun (one JVM, or several if it dies) ──► Report
 * </pre>
 *
 * Checks, grader and course come before the answer on the class path: an answer cannot replace them.
 */
package imaging.grader.run;
