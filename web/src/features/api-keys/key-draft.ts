/** An API key before it is saved: made here, so that its secret reaches nobody but the person. */
import { API_KEY_ID_BYTES, API_KEY_SECRET_BYTES, composeApiKey, type NewApiKey } from '@docket/model/api-key';
import { LIMITS } from '@docket/model/limits';
import { CAPABILITIES, type Capability } from '@docket/model/roles';
import { sha256 } from '../../data/hash.ts';

/** A key, and the SHA-256 of its secret: all of the secret that is kept. */
export interface DraftKey {
  key: NewApiKey;
  secretHash: string;
}

/** Makes a key of the browser's random numbers. */
export async function draftKey(): Promise<DraftKey> {
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  const key = composeApiKey(random(API_KEY_ID_BYTES), random(API_KEY_SECRET_BYTES));
  return { key, secretHash: await sha256(new TextEncoder().encode(key.secret)) };
}

/** For how many days a key is valid; null: until it is revoked. */
export const EXPIRY_CHOICES = [
  { value: '30', label: '30 days', days: 30 },
  { value: '90', label: '90 days', days: 90 },
  { value: '365', label: 'One year', days: 365 },
  { value: 'never', label: 'Never', days: null },
] as const;

export const DEFAULT_EXPIRY = '90';

const DAY_MS = 24 * 60 * 60_000;

/** When a key that is made at `now` expires, by the value of the choice; null: never. */
export function expiryOf(choice: string, now: Date): Date | null {
  const days = EXPIRY_CHOICES.find(({ value }) => value === choice)?.days ?? null;
  return days === null ? null : new Date(now.getTime() + days * DAY_MS);
}

/** What was chosen, in the order of the model. Every key may read. */
export function scopesOf(chosen: readonly string[]): Capability[] {
  return CAPABILITIES.filter((capability) => capability === 'read' || chosen.includes(capability));
}

/** What is wrong with a name; null: nothing. */
export function nameProblem(name: string): string | null {
  if (name.trim() === '') return 'Say what will use the key, so that you know it again.';
  return name.trim().length > LIMITS.nameCharacters
    ? `A name has up to ${LIMITS.nameCharacters} characters.`
    : null;
}
