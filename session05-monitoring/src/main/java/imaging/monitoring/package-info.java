/**
 * Who works, who died, and what becomes of what they held.
 *
 * <pre>
 *   WorkerProcess ──beats while its loops go round──► lease in Redis ──runs out──► lost
 *        │                                                                          │
 *        └─ a failed attempt ─► pause with jitter ─► again … ─► dead ◄─ Recoverer ◄─┘
 *                                                        └──replay──► pending
 *   Monitor ──looks once a second──► terminal, web page
 * </pre>
 *
 * <p>Recoverers run in every worker process and race each other; one script of the queue decides, so
 * each task moves once. Nobody here is irreplaceable: any process may be killed at any instruction.
 */
@NullMarked
package imaging.monitoring;

import org.jspecify.annotations.NullMarked;
