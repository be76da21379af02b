/**
 * Your answers of session 02.
 *
 * <pre>
 *   L2.1  Tokenizer, SizeExpression    "width/2 - 10"  ──► tokens with columns ──► 310
 *   L2.2  FilterCatalog                plug-ins nobody knew when it was written ──► filters by name
 *   L2.3  ResumableBatch               ImageSource ──► filter ──► ImageSink, failures one by one
 * </pre>
 */
package imaging.pipelines.lab;
