/**
 * How instances of the API share what a principal may use: each sets aside a part of it, and lets requests pass for as long
 * as that lasts, so that one write pays for many. Pure.
 */
import type { ApiBucket, ApiUsage } from '@docket/model/api-usage';
import type { RateLimits } from './limits.ts';

/** What an instance wants to set aside. */
export interface Wish {
  bucket: ApiBucket;
  /** What it has set aside in this window before. */
  held: number;
  /** Requests that wait for it. */
  waiting: number;
}

/** What it gets. */
export interface Reservation {
  /** What is to be stored; null: nothing has changed. */
  usage: ApiUsage | null;
  /** Requests that it may let pass until the window ends. */
  granted: number;
  /** What is left for others, and for later. */
  unreserved: number;
  /** Milliseconds. */
  windowEndsIn: number;
}

/**
 * Sets aside a part of the window that `now` is in, by the clock of the database, which is the same for all. `usage` is what
 * is stored, null if nothing. In one window no more is ever granted than the limit.
 */
export function reserve(usage: ApiUsage | null, wish: Wish, now: Date, limits: RateLimits): Reservation {
  const { bucket } = wish;
  const start = Math.floor(now.getTime() / limits.windowMs) * limits.windowMs;
  const windowEndsIn = start + limits.windowMs - now.getTime();
  const before = usage?.window_started_at.getTime() === start ? usage.reserved : { requests: 0, starts: 0 };
  const limit = limits.perWindow[bucket];
  const remaining = Math.max(0, limit - before[bucket]);
  const granted = partOf(remaining, limit, wish);
  const reserved = { ...before, [bucket]: before[bucket] + granted };
  return {
    usage: granted === 0 ? null : { window_started_at: new Date(start), reserved, last_used_at: now },
    granted,
    unreserved: remaining - granted,
    windowEndsIn,
  };
}

/** The most that an instance sets aside at once, and so the most that is lost with it. */
export function largestPart(limit: number): number {
  return Math.ceil(limit / 10);
}

/**
 * Little at first, then as much again as the instance has used, so that one that is seldom asked keeps little from the others;
 * towards the end no more than a quarter of what is left, so that the last ones go where they are needed.
 */
function partOf(remaining: number, limit: number, { held, waiting }: Wish): number {
  const wanted = Math.max(Math.ceil(limit / 100), held, waiting);
  return Math.min(wanted, largestPart(limit), Math.ceil(remaining / 4));
}
