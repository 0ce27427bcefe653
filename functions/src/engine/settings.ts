/** The engine's times and counts. Defaults are for production; the local stack shortens them by environment. */
import { z } from 'zod';

const milliseconds = (fallback: number) => z.coerce.number().int().positive().default(fallback);

const settingsSchema = z.object({
  /** How long a worker may be silent before it counts as lost. */
  DOCKET_LEASE_MS: milliseconds(60_000),
  /** A dispatch that nobody has started after this time is enqueued again under the same id. */
  DOCKET_REDISPATCH_MS: milliseconds(60_000),
  /** A dispatch that nobody has started after this time is given up and made anew under a new id. */
  DOCKET_ABANDON_DISPATCH_MS: milliseconds(600_000),
  /** Pause before the second try of a phase; it doubles with each further one. */
  DOCKET_RETRY_BASE_MS: milliseconds(2_000),
  /** The longest one try of one phase may take. */
  DOCKET_PHASE_TIMEOUT_MS: milliseconds(480_000),
  /** Pause before the second attempt to call a webhook; the further ones are longer in proportion. */
  DOCKET_WEBHOOK_RETRY_MS: milliseconds(30_000),
  /** How long a service is left alone when its circuit breaker opens; it doubles with each opening in a row. */
  DOCKET_BREAKER_COOLDOWN_MS: milliseconds(60_000),
  /** How long a phase waits for a service that does not answer before its run fails. */
  DOCKET_SERVICE_WAIT_MS: milliseconds(24 * 60 * 60_000),
});

/** All durations in milliseconds. */
export interface EngineSettings {
  leaseMs: number;
  redispatchMs: number;
  abandonDispatchMs: number;
  retryBaseMs: number;
  phaseTimeoutMs: number;
  webhookRetryMs: number;
  breakerCooldownMs: number;
  /** The longest that a service is left alone. */
  breakerCeilingMs: number;
  /** After this time, whoever tries whether a service answers again counts as lost. Longer than any call takes. */
  breakerProbeMs: number;
  serviceWaitMs: number;
  /** How long a cancel waits for the worker to let go before it goes on without it. Cancel is promised within 2 s. */
  releaseGraceMs: number;
  /** Progress is written at most this often: Firestore's guideline for one document is once a second. */
  progressMs: number;
}

/** Reads the settings from environment variables. Throws a ZodError that names a variable with a senseless value. */
export function readSettings(environment: Record<string, string | undefined>): EngineSettings {
  const parsed = settingsSchema.parse(environment);
  return {
    leaseMs: parsed.DOCKET_LEASE_MS,
    redispatchMs: parsed.DOCKET_REDISPATCH_MS,
    abandonDispatchMs: parsed.DOCKET_ABANDON_DISPATCH_MS,
    retryBaseMs: parsed.DOCKET_RETRY_BASE_MS,
    phaseTimeoutMs: parsed.DOCKET_PHASE_TIMEOUT_MS,
    webhookRetryMs: parsed.DOCKET_WEBHOOK_RETRY_MS,
    breakerCooldownMs: parsed.DOCKET_BREAKER_COOLDOWN_MS,
    breakerCeilingMs: Math.max(15 * 60_000, parsed.DOCKET_BREAKER_COOLDOWN_MS),
    breakerProbeMs: 45_000,
    serviceWaitMs: parsed.DOCKET_SERVICE_WAIT_MS,
    releaseGraceMs: 1_000,
    progressMs: 1_000,
  };
}
