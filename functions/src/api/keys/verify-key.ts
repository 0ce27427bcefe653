/** Whether a program that presents an API key may enter a workspace, and with what rights. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type ApiKey, type ApiKeyState, apiKeySchema, apiKeyState, parseApiKey } from '@docket/model/api-key';
import { paths } from '@docket/model/paths';
import type { Capability } from '@docket/model/roles';
import type { Firestore } from 'firebase-admin/firestore';

/** A program that has shown a key. */
export interface KeyPrincipal {
  keyId: string;
  /** As an owner has named it. */
  name: string;
  capabilities: readonly Capability[];
}

/**
 * What comes of a key. `malformed`: no key at all, found without a look into the database. `unknown`: no key of this
 * workspace, or another secret. Only whoever has the right secret learns that it has expired or was revoked.
 */
export type KeyVerdict =
  | { type: 'valid'; principal: KeyPrincipal }
  | { type: 'refused'; reason: 'malformed' | 'unknown' | Exclude<ApiKeyState, 'active'> };

/** What is compared where there is no key: the hash of nothing that anybody could present. */
const NO_HASH = Buffer.alloc(32);

/** What may stand in a path. Others name no workspace. */
const WORKSPACE_ID = /^[A-Za-z0-9_-]{1,128}$/u;

/**
 * Decides about the key `text` in a workspace: one read, at most. Nothing is remembered, so that revoking takes effect with
 * the next request. Rejects only when the database fails.
 */
export async function verifyApiKey(
  { db, clock }: { db: Firestore; clock: () => Date },
  workspaceId: string,
  text: string,
): Promise<KeyVerdict> {
  const parts = parseApiKey(text);
  if (parts === null) return { type: 'refused', reason: 'malformed' };
  if (!WORKSPACE_ID.test(workspaceId)) return { type: 'refused', reason: 'unknown' };
  const stored = await db.doc(paths.apiKey(workspaceId, parts.id)).get();
  // A record that is damaged lets nobody in.
  const key = apiKeySchema.safeParse(stored.data()).data ?? null;
  return decide(parts.id, parts.secret, key, clock());
}

/** The verdict on a secret. Takes as long whether there is such a key or not. */
function decide(keyId: string, secret: string, key: ApiKey | null, now: Date): KeyVerdict {
  const presented = createHash('sha256').update(secret).digest();
  const expected = key === null ? NO_HASH : Buffer.from(key.secret_hash, 'hex');
  const isRight = timingSafeEqual(presented, expected);
  if (key === null || !isRight) return { type: 'refused', reason: 'unknown' };
  const state = apiKeyState(key, now);
  if (state !== 'active') return { type: 'refused', reason: state };
  return { type: 'valid', principal: { keyId, name: key.name, capabilities: key.scopes } };
}
