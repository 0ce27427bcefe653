/** Who uses the HTTP API of a workspace, how much of it they may use, and when they last did. */
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { instant } from './time.ts';

/** Names a key among all that make requests: it counts by itself, and so do users, who are named `user-…`. */
export function keyPrincipal(keyId: string): string {
  return `key-${keyId}`;
}

/** What is counted by itself: `starts` are requests that start runs or bring files, `requests` all others. */
export const API_BUCKETS = ['requests', 'starts'] as const;
export type ApiBucket = (typeof API_BUCKETS)[number];

/** How long a window of counting lasts, in milliseconds. Windows begin with the minutes of UTC. */
export const API_WINDOW_MS = 60_000;

/** How many requests of each kind a principal may make in a window. */
export const API_LIMITS: Readonly<Record<ApiBucket, number>> = {
  requests: LIMITS.apiRequestsPerMinute,
  starts: LIMITS.apiStartsPerMinute,
};

/**
 * `workspaces/{w}/api_usage/{principal}`: what instances of the API have set aside for a principal in the latest window. Written
 * once for many requests, by the functions.
 */
export const apiUsageSchema = z.object({
  window_started_at: instant,
  /** Requests set aside in that window: made, or to be made. */
  reserved: z.object({ requests: z.number().int().nonnegative(), starts: z.number().int().nonnegative() }),
  /** At most a window before the latest request. */
  last_used_at: instant,
});
export type ApiUsage = z.infer<typeof apiUsageSchema>;
