/**
 * Proof that the grading is right, for one session after another.
 *
 * <pre>
 *   G1 starter: all NOT_ATTEMPTED, 0 points     G4 wrong answers: exact score, the right check, the right words
 *   G2 reference: 100 %, again and again        G5 other right answers: 100 %
 *   G3 mutants of the reference: killed         G6 hostile answers: the right status, never a crash
 * </pre>
 *
 * {@code ./lab gates} runs them; {@code --write} puts what they found into docs/quality.md.
 */
package imaging.grader.gates;
