/** Lets requests of users and keys pass, up to a limit that holds for all instances of the API together. */
import type { ApiBucket } from '@docket/model/api-usage';
import type { Log } from '../../engine/ports.ts';
import { forgetOldest } from './forget-oldest.ts';
import type { RateLimits } from './limits.ts';
import { largestPart, reserve } from './reserve.ts';
import type { UsageKey, UsageStore } from './usage-store.ts';

/** After a failure of the database: for how long an instance goes on by itself before it asks again, in milliseconds. */
const ALONE_MS = 5_000;

/** Principals that an instance keeps in mind. More would be let go of, which costs each a part of its window. */
const MOST_PRINCIPALS = 10_000;

export interface RateLimiterParts {
  usage: UsageStore;
  limits: RateLimits;
  /** A clock that only goes forward, in milliseconds from whenever. What time it is, the database says. */
  elapsed: () => number;
  log: Log;
}

/** A request of somebody. */
export interface Take extends UsageKey {
  bucket: ApiBucket;
}

/** Fields of the answer, as draft-ietf-httpapi-ratelimit-headers-10 has them. */
export type RateLimitHeaders = Record<string, string>;

export type Taken =
  | { allowed: true; headers: RateLimitHeaders }
  | { allowed: false; retryAfterSeconds: number; headers: RateLimitHeaders };

/** What an instance may let pass, until a moment on its own clock. */
interface Allowance {
  left: number;
  endsAt: number;
  /** Set aside in this window, used or not. */
  held: number;
  /** Not set aside by anybody when last seen. */
  unreserved: number;
  /** False: the database did not answer, and this is an instance on its own. */
  counted: boolean;
}

interface Entry {
  allowance: Allowance | null;
  /** Requests that cannot be decided before the next reservation. */
  waiting: number;
  reserving: Promise<void> | null;
}

/**
 * Decides about requests. Whoever is refused is refused without a look into the database until the window ends. When the
 * database fails, each instance lets pass as much as one reservation may grant, every five seconds: the limiter must not
 * be what takes the API down, and it must not be a way around the limit either.
 */
export class RateLimiter {
  readonly #parts: RateLimiterParts;
  readonly #entries = new Map<string, Entry>();

  constructor(parts: RateLimiterParts) {
    this.#parts = parts;
  }

  /** Counts one request, and says whether it may pass. Never rejects. */
  async take(take: Take): Promise<Taken> {
    const entry = this.#entry(take);
    for (;;) {
      const now = this.#parts.elapsed();
      const { allowance } = entry;
      if (allowance !== null && now < allowance.endsAt) {
        if (allowance.left > 0) {
          allowance.left -= 1;
          return { allowed: true, headers: this.#headers(take.bucket, allowance, now) };
        }
        if (allowance.unreserved === 0) return this.#refusal(take.bucket, allowance, now);
      }
      entry.waiting += 1;
      entry.reserving ??= this.#reserve(take, entry);
      await entry.reserving;
      entry.waiting -= 1;
    }
  }

  #entry({ workspaceId, principal, bucket }: Take): Entry {
    const key = `${workspaceId}/${bucket}/${principal}`;
    const entry = this.#entries.get(key) ?? { allowance: null, waiting: 0, reserving: null };
    // The latest ones are last.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    forgetOldest(this.#entries, MOST_PRINCIPALS);
    return entry;
  }

  /** Sets aside some more. Never rejects. */
  async #reserve(take: Take, entry: Entry): Promise<void> {
    const { elapsed, log } = this.#parts;
    const askedAt = elapsed();
    const before = entry.allowance !== null && askedAt < entry.allowance.endsAt ? entry.allowance : null;
    try {
      entry.allowance = await this.#ask(take, entry, askedAt, before?.held ?? 0);
    } catch (error) {
      const { workspaceId, principal } = take;
      log.error({ workspaceId, principal, error: String(error) }, 'requests are not counted for the moment');
      entry.allowance = {
        left: largestPart(this.#parts.limits.perWindow[take.bucket]),
        endsAt: elapsed() + ALONE_MS,
        held: 0,
        unreserved: 0,
        counted: false,
      };
    }
    entry.reserving = null;
  }

  async #ask({ workspaceId, principal, bucket }: Take, entry: Entry, askedAt: number, held: number) {
    const { usage, limits } = this.#parts;
    const { granted, unreserved, windowEndsIn } = await usage.update(
      { workspaceId, principal },
      (stored, now) => reserve(stored, { bucket, held, waiting: entry.waiting }, now, limits),
    );
    // Counted from before the question, so that nothing is let pass when the window is over for the database.
    const endsAt = askedAt + windowEndsIn;
    return { left: granted, endsAt, held: held + granted, unreserved, counted: true };
  }

  #refusal(bucket: ApiBucket, allowance: Allowance, now: number): Taken {
    const retryAfterSeconds = secondsUntil(allowance.endsAt, now);
    const headers = this.#headers(bucket, allowance, now);
    return {
      allowed: false,
      retryAfterSeconds,
      headers: { ...headers, 'Retry-After': String(retryAfterSeconds) },
    };
  }

  #headers(
    bucket: ApiBucket,
    { left, unreserved, endsAt, counted }: Allowance,
    now: number,
  ): RateLimitHeaders {
    const { perWindow, windowMs } = this.#parts.limits;
    const window = Math.ceil(windowMs / 1000);
    const policy = { 'RateLimit-Policy': `"${bucket}";q=${perWindow[bucket]};w=${window}` };
    if (!counted) return policy;
    return { ...policy, RateLimit: `"${bucket}";r=${left + unreserved};t=${secondsUntil(endsAt, now)}` };
  }
}

/** Whole seconds, never too few. */
function secondsUntil(end: number, now: number): number {
  return Math.max(1, Math.ceil((end - now) / 1000));
}
