/** Well-formed API keys as the app writes them, and what the functions write of their use. */
import { composeApiKey } from '@docket/model/api-key';
import { type Person, uidOf } from './people.ts';

type SignedIn = Exclude<Person, 'nobody signed in'>;
type Fields = Record<string, unknown>;

const idOf = (byte: number) => composeApiKey(new Uint8Array(20).fill(byte), new Uint8Array(32)).id;

/** A key that is there, one that was revoked, and one that is not there before the tests write it. */
export const API_KEY = idOf(1);
export const REVOKED_API_KEY = idOf(2);
export const NEW_API_KEY = idOf(3);

export function newApiKey(by: SignedIn, now: unknown): Fields {
  return {
    name: 'Shop system',
    scopes: ['read', 'edit'],
    secret_hash: 'ab'.repeat(32),
    hint: 'x7Qd',
    created_by: uidOf(by),
    created_at: now,
    expires_at: new Date('2100-01-01T00:00:00Z'),
    revoked_at: null,
    revoked_by: null,
  };
}

export function usage(at: unknown): Fields {
  return {
    window_started_at: at,
    reserved: { requests: 15, starts: 0 },
    last_used_at: at,
  };
}
