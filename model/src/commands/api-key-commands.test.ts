import { describe, expect, it } from 'vitest';
import { apiKeySchema, apiKeyState, composeApiKey } from '../api-key.ts';
import { addApiKey, revokeApiKey } from './api-key-commands.ts';

const actor = { workspaceId: 'w', uid: 'u', serverTime: new Date(0) };
const key = composeApiKey(new Uint8Array(20).fill(7), new Uint8Array(32).fill(7));
const terms = { name: 'Shop system', scopes: ['read', 'edit'], expiresAt: new Date(864e5) } as const;

describe('what commands about API keys write', () => {
  it('is a key that the model accepts, without its secret', () => {
    const [write, ...others] = addApiKey(actor, key, 'ab'.repeat(32), terms);
    const fields = write?.kind === 'create' ? write.fields : null;
    expect(others).toEqual([]);
    expect(write?.path).toBe(`workspaces/w/api_keys/${key.id}`);
    expect(apiKeySchema.safeParse(fields)).toMatchObject({ success: true, data: { hint: key.hint } });
    expect(JSON.stringify(fields)).not.toContain(key.secret);
  });

  it('is nothing but the end of a key that is revoked', () => {
    const [write] = revokeApiKey(actor, key.id);
    expect(write).toEqual({
      kind: 'update',
      path: `workspaces/w/api_keys/${key.id}`,
      fields: { revoked_at: new Date(0), revoked_by: 'u' },
    });
    expect(apiKeyState({ expires_at: null, revoked_at: new Date(0) }, new Date(0))).toBe('revoked');
  });
});
