/** When to try again: exponential back-off with full jitter over the upper half. */

const CEILING_MS = 5 * 60_000;

/**
 * Milliseconds to wait before the try after `attempt` (1-based) failed tries: between half and all of
 * `base · 2^(attempt-1)`, at most five minutes. `random` is in [0, 1).
 *
 * Source: Marc Brooker, "Exponential Backoff And Jitter" (AWS Architecture Blog, 2015), variant "equal jitter".
 */
export function backoffDelay(attempt: number, baseMs: number, random: number): number {
  const full = Math.min(baseMs * 2 ** Math.max(0, attempt - 1), CEILING_MS);
  return Math.round(full / 2 + (full / 2) * random);
}
