/**
 * Keeps whoever tries one wrong API key after another from having the database read for each. In the memory of one instance:
 * an instance asks the database for at most the limit, and for as many as it serves at once.
 */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { forgetOldest } from './forget-oldest.ts';

const MINUTE_MS = 60_000;

/** Addresses that are kept in mind: less than a megabyte. */
const MOST_ADDRESSES = 10_000;

/** Whether an address is listened to. */
export type Hearing =
  | { allowed: true }
  | { allowed: false; retryAfterSeconds: number; headers: Record<string, string> };

export interface RefusalGuardParts {
  /** Refusals of one address in a minute. */
  limit: number;
  /** A clock that only goes forward, in milliseconds from whenever. */
  elapsed: () => number;
}

/**
 * Counts refusals by the address of the client. All may come at once; after that they are forgiven evenly, `limit` a minute.
 * An address that is not listened to is not asked for a right key either: ask before the key is looked at.
 */
export class RefusalGuard {
  readonly #parts: RefusalGuardParts;
  /** When all refusals of a sender are forgiven. */
  readonly #forgivenAt = new Map<string, number>();

  constructor(parts: RefusalGuardParts) {
    this.#parts = parts;
  }

  /** Whether a key that comes from `address` is looked at. */
  hear(address: string): Hearing {
    const now = this.#parts.elapsed();
    const forgivenAt = this.#forgivenAt.get(senderOf(address)) ?? now;
    const wait = forgivenAt - now + this.#each - MINUTE_MS;
    // What is forgiven evenly need not be whole in binary.
    if (wait < this.#each / 1000) return { allowed: true };
    const retryAfterSeconds = Math.ceil(wait / 1000);
    return { allowed: false, retryAfterSeconds, headers: { 'Retry-After': String(retryAfterSeconds) } };
  }

  /** A key that came from `address` was refused. */
  refused(address: string): void {
    const now = this.#parts.elapsed();
    const sender = senderOf(address);
    const forgivenAt = Math.max(now, this.#forgivenAt.get(sender) ?? now) + this.#each;
    // The latest ones are last.
    this.#forgivenAt.delete(sender);
    this.#forgivenAt.set(sender, forgivenAt);
    forgetOldest(this.#forgivenAt, MOST_ADDRESSES);
  }

  /** Milliseconds that it takes to forgive one. */
  get #each(): number {
    return MINUTE_MS / this.#parts.limit;
  }
}

/** Whoever is behind an address: in IPv6 a network of /64, which one customer has for themselves. All non-addresses are one. */
function senderOf(address: string): string {
  if (isIP(address) === 0) return 'unknown';
  const parsed = ipaddr.process(address.replace(/%.*$/u, ''));
  return parsed instanceof ipaddr.IPv4 ? parsed.toString() : parsed.parts.slice(0, 4).join(':');
}
