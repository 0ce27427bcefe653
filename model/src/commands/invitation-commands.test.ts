import { describe, expect, it } from 'vitest';
import { invitationSchema } from '../members/invitation.ts';
import { createInvitation, revokeInvitation } from './invitation-commands.ts';

const actor = { workspaceId: 'w', uid: 'u', serverTime: new Date(0) };
const path = 'workspaces/w/invitations/i';

describe('what commands about invitations write', () => {
  it('is an open invitation that the model accepts, in the name of who makes it', () => {
    const [write] = createInvitation(actor, 'i', {
      role: 'viewer',
      email: null,
      label: 'Ines',
      hash: '0f'.repeat(32),
      expiresAt: new Date(9),
    });
    expect(write).toMatchObject({ kind: 'create', path });
    const fields = write?.kind === 'create' ? write.fields : null;
    expect(invitationSchema.safeParse(fields)).toMatchObject({
      success: true,
      data: { created_by: 'u', state: { kind: 'open' }, expires_at: new Date(9) },
    });
  });

  it('is nothing but the state of one that is taken back', () => {
    expect(revokeInvitation(actor, 'i')).toEqual([
      { kind: 'update', path, fields: { state: { kind: 'revoked', by: 'u', at: new Date(0) } } },
    ]);
  });
});
