/** What owners do with API keys, as the writes that do it. */
import type { NewApiKey } from '../api-key.ts';
import { paths } from '../paths.ts';
import type { Capability } from '../roles.ts';
import type { Actor, Write } from './write.ts';

/** What an owner says about a new key. */
export interface ApiKeyTerms {
  name: string;
  scopes: readonly Capability[];
  /** Null: never. */
  expiresAt: Date | null;
}

/** Keeps a key: of its secret the SHA-256 alone, in hexadecimal. */
export function addApiKey(
  actor: Actor,
  { id, hint }: Pick<NewApiKey, 'id' | 'hint'>,
  secretHash: string,
  { name, scopes, expiresAt }: ApiKeyTerms,
): Write[] {
  return [
    {
      kind: 'create',
      path: paths.apiKey(actor.workspaceId, id),
      fields: {
        name,
        scopes,
        secret_hash: secretHash,
        hint,
        created_by: actor.uid,
        created_at: actor.serverTime,
        expires_at: expiresAt,
        revoked_at: null,
        revoked_by: null,
      },
    },
  ];
}

/** Ends a key, for good. */
export function revokeApiKey(actor: Actor, id: string): Write[] {
  return [
    {
      kind: 'update',
      path: paths.apiKey(actor.workspaceId, id),
      fields: { revoked_at: actor.serverTime, revoked_by: actor.uid },
    },
  ];
}
