/**
 * The circuit breaker of an external service, `workspaces/{workspace}/breakers/{breaker}`: after repeated failures the
 * service is left alone for a while, and what needs it waits. Written by the functions alone.
 *
 * After Michael Nygard, "Release It!": closed → open → half open → closed.
 */
import { z } from 'zod';
import { instant } from './time.ts';

/** What a failure is counted against. */
export const serviceSchema = z.object({
  kind: z.enum(['image_host', 'webhook_host', 'vision', 'mail']),
  /** The host, or the name of the service: what a person reads. */
  name: z.string(),
});
export type Service = z.infer<typeof serviceSchema>;

export const BREAKER_STATES = ['closed', 'open', 'half_open'] as const;
export const breakerStateSchema = z.enum(BREAKER_STATES);
export type BreakerState = z.infer<typeof breakerStateSchema>;

/** A breaker opens with this many failures within `BREAKER_WINDOW_MS`. */
export const BREAKER_FAILURES = 5;
export const BREAKER_WINDOW_MS = 60 * 60_000;

export const breakerSchema = z.object({
  service: serviceSchema,
  state: breakerStateSchema,
  /** The latest failures within the window, oldest first. */
  failures: z.array(instant).max(BREAKER_FAILURES),
  /** What the latest failure said: a technical line. */
  last_error: z.string().nullable(),
  /** Since when it has not been closed. */
  opened_at: instant.nullable(),
  /** When an open breaker lets somebody try again. */
  retry_at: instant.nullable(),
  /** How often it has opened without having been closed in between: each time it waits longer. */
  openings: z.number().int().nonnegative(),
  /** Whoever tries while it is half open has until then to report; after that another one may. */
  probe_until: instant.nullable(),
  updated_at: instant,
});
export type Breaker = z.infer<typeof breakerSchema>;

/** How many failures lie within the window. */
export function recentFailures({ failures }: Pick<Breaker, 'failures'>, now: Date): number {
  return failures.filter((at) => now.getTime() - at.getTime() < BREAKER_WINDOW_MS).length;
}
