/**
 * Tasks that survive their workers, in Redis.
 *
 * <pre>
 *   producer ──enqueue──► pending ──BLMOVE──► processing:worker ──complete──► done (kept a while)
 *                            ▲                   │        │
 *                            ├───── recover ─────┘      fail
 *                            └──── promote ── delayed ◄───┴──► dead ── replay ──► pending
 * </pre>
 *
 * <p>Each arrow is one command or one Lua script, so a task is never between two places. Session 4's
 * WIRE.md tells keys and fields, for workers in other languages.
 */
@NullMarked
package imaging.queue;

import org.jspecify.annotations.NullMarked;
