/** The limits that are in force. */
import { API_LIMITS, API_WINDOW_MS, type ApiBucket } from '@docket/model/api-usage';
import { LIMITS } from '@docket/model/limits';
import { z } from 'zod';

/** How often what may be done. */
export interface RateLimits {
  /** How long a window lasts, in milliseconds. */
  windowMs: number;
  /** Requests of one principal in a window, by what is counted. */
  perWindow: Readonly<Record<ApiBucket, number>>;
  /** Refused keys of one address in a window, an instance. */
  refusals: number;
}

const most = (fallback: number) => z.coerce.number().int().positive().default(fallback);

const settingsSchema = z.object({
  DOCKET_API_REQUESTS_PER_MINUTE: most(API_LIMITS.requests),
  DOCKET_API_STARTS_PER_MINUTE: most(API_LIMITS.starts),
  DOCKET_API_REFUSALS_PER_MINUTE: most(LIMITS.apiRefusalsPerMinute),
});

/** The limits of the model, or what the environment says. Throws a ZodError that names a variable with a senseless value. */
export function readRateLimits(environment: Record<string, string | undefined>): RateLimits {
  const settings = settingsSchema.parse(environment);
  return {
    windowMs: API_WINDOW_MS,
    perWindow: {
      requests: settings.DOCKET_API_REQUESTS_PER_MINUTE,
      starts: settings.DOCKET_API_STARTS_PER_MINUTE,
    },
    refusals: settings.DOCKET_API_REFUSALS_PER_MINUTE,
  };
}
