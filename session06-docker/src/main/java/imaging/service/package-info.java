/**
 * The two programs that an image holds, and a client for one of them.
 *
 * <pre>
 *   browser, GatewayClient ──HTTP──► Gateway ──bytes──► ImageStore ◄──bytes──► Worker
 *                                       │                                        ▲
 *                                       └──task──► queue in Redis ───────────────┘
 *   Main worker | gateway | healthcheck      flags over environment over file
 * </pre>
 *
 * <p>The gateway never decodes a pixel: it looks through what a stranger sent, keeps the bytes,
 * queues a reference, and answers before the work begins.
 */
@NullMarked
package imaging.service;

import org.jspecify.annotations.NullMarked;
