/**
 * Keeps a session's README true: snippets equal compiled code, commands print what they promise.
 *
 * <pre>
 *   &lt;!-- snippet: src/main/java/imaging/filters/Clamp.java#clamp --&gt;   then a java block
 *   &lt;!-- run: expect "3 of 4 images" --&gt;                               then a bash block
 *   &lt;!-- run: exit 2, needs docker, expect "no such file" --&gt;          the same, with more asked
 * </pre>
 */
package imaging.grader.guide;
