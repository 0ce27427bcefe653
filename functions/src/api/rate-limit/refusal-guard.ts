/**
 * Keeps whoever tries one wrong API key after another from having the database read for each. In the memory of one instance:
 * an instance asks the database for at most the limit, and for as many as it serves at once.
 */
import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { forgetOldest } from './forget-oldest.ts';

const MINUTE_MS = 60_000;

/** Addresses, and credentials, that are kept in mind: a megabyte or two. */
const MOST_REMEMBERED = 10_000;

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
 * Ask before a credential is looked at. One that was good lately is always looked at: many may come from one address, and
 * none of them is to suffer from what another one there does.
 */
export class RefusalGuard {
  readonly #parts: RefusalGuardParts;
  /** When all refusals of a sender are forgiven. */
  readonly #forgivenAt = new Map<string, number>();
  /** Fingerprints of the credentials that were good when they were last looked at. */
  readonly #good = new Map<string, true>();

  constructor(parts: RefusalGuardParts) {
    this.#parts = parts;
  }

  /** Whether a credential (whatever text a client presents) that comes from `address` is looked at. */
  hear(address: string, credential: string): Hearing {
    if (this.#good.has(fingerprintOf(credential))) return { allowed: true };
    const now = this.#parts.elapsed();
    const forgivenAt = this.#forgivenAt.get(senderOf(address)) ?? now;
    const wait = forgivenAt - now + this.#each - MINUTE_MS;
    // What is forgiven evenly need not be whole in binary.
    if (wait < this.#each / 1000) return { allowed: true };
    const retryAfterSeconds = Math.ceil(wait / 1000);
    return { allowed: false, retryAfterSeconds, headers: { 'Retry-After': String(retryAfterSeconds) } };
  }

  /** A credential was good. */
  accepted(credential: string): void {
    const fingerprint = fingerprintOf(credential);
    // The latest ones are last.
    this.#good.delete(fingerprint);
    this.#good.set(fingerprint, true);
    forgetOldest(this.#good, MOST_REMEMBERED);
  }

  /** A credential that came from `address` was refused. */
  refused(address: string, credential: string): void {
    this.#good.delete(fingerprintOf(credential));
    const now = this.#parts.elapsed();
    const sender = senderOf(address);
    const forgivenAt = Math.max(now, this.#forgivenAt.get(sender) ?? now) + this.#each;
    this.#forgivenAt.delete(sender);
    this.#forgivenAt.set(sender, forgivenAt);
    forgetOldest(this.#forgivenAt, MOST_REMEMBERED);
  }

  /** Milliseconds that it takes to forgive one. */
  get #each(): number {
    return MINUTE_MS / this.#parts.limit;
  }
}

/** Known without the credential itself being kept. */
function fingerprintOf(credential: string): string {
  return createHash('sha256').update(credential).digest('base64url');
}

/** Whoever is behind an address: in IPv6 a network of /64, which one customer has for themselves. All non-addresses are one. */
function senderOf(address: string): string {
  if (isIP(address) === 0) return 'unknown';
  const parsed = ipaddr.process(address.replace(/%.*$/u, ''));
  return parsed instanceof ipaddr.IPv4 ? parsed.toString() : parsed.parts.slice(0, 4).join(':');
}
