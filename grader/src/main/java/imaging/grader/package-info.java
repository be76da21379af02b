/**
 * What a lab check is made of, and what a stub throws.
 *
 * <pre>
 *   src/lab/java/…/Contrast.java     throw Todo.todo("Contrast.apply")   (the student replaces this)
 *   src/test/java/…/ContrastLabTest  @Check("L1.1.1") void midGreyStays() { … }
 *   lab.yaml                         - {id: L1.1.1, points: 2, title: {en: …, es: …}}
 *
 *   JUnit ──► LabExtension (time limit, Todo) ──► report listener ──► table, JSON, …
 * </pre>
 */
package imaging.grader;
