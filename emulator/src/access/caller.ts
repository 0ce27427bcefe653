/**
 * Who makes a request, by its Authorization header. Local tokens are unsigned and never expire: only what they claim
 * counts. The owner (the Admin SDK, and tests with rules disabled) is above the rules.
 */
import { StatusError } from '../status.ts';
import { isJsonObject } from '../values/wire.ts';

/** What rules know as `request.auth`. */
export interface Auth {
  readonly uid: string;
  /** The claims of the ID token. */
  readonly token: Record<string, unknown>;
}

export type Caller = {
  /** `address:port` of a connection that outlives the request; what it leaves open ends with it. */
  readonly connection?: string;
} & (
  | { readonly kind: 'owner' }
  /** A web or mobile client; `auth` is null when nobody is signed in. */
  | { readonly kind: 'client'; readonly auth: Auth | null }
);

export const owner: Caller = { kind: 'owner' };

/** Reads an Authorization header. Throws UNAUTHENTICATED when it is there but not understood. */
export function callerOf(authorization: string | undefined): Caller {
  if (!authorization) {
    return { kind: 'client', auth: null };
  }
  const token = /^(?:Bearer|Firebase) (.+)$/i.exec(authorization)?.[1];
  if (token === 'owner') {
    return owner;
  }
  const claims = token ? claimsOf(token) : undefined;
  const uid = claims?.['user_id'] ?? claims?.['sub'];
  if (!claims || typeof uid !== 'string') {
    throw new StatusError('UNAUTHENTICATED', 'The authorization header holds no ID token.');
  }
  return { kind: 'client', auth: { uid, token: claims } };
}

function claimsOf(token: string): Record<string, unknown> | undefined {
  const [, payload] = token.split('.');
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString());
    return isJsonObject(claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}
