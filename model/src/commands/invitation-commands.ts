/** Invitations into a workspace, as the writes that make them and take them back. */
import { paths } from '../paths.ts';
import type { Role } from '../roles.ts';
import type { Actor, Write } from './write.ts';

export interface NewInvitation {
  role: Role;
  /** Only for who owns this address, in lower case; null: for whoever has the link. */
  email: string | null;
  /** Whom it is for, in the owner's words. */
  label: string;
  /** The SHA-256 of the link's secret. */
  hash: string;
  expiresAt: Date;
}

export function createInvitation(actor: Actor, id: string, invitation: NewInvitation): Write[] {
  const { role, email, label, hash, expiresAt } = invitation;
  return [
    {
      kind: 'create',
      path: paths.invitation(actor.workspaceId, id),
      fields: {
        role,
        email,
        label,
        hash,
        created_by: actor.uid,
        created_at: actor.serverTime,
        expires_at: expiresAt,
        state: { kind: 'open' },
      },
    },
  ];
}

/** Takes an open invitation back: nobody can join by it any more. */
export function revokeInvitation(actor: Actor, id: string): Write[] {
  return [
    {
      kind: 'update',
      path: paths.invitation(actor.workspaceId, id),
      fields: { state: { kind: 'revoked', by: actor.uid, at: actor.serverTime } },
    },
  ];
}
