/** How somebody joins a workspace by the link of an invitation: what the callable function wants and answers. */
import { z } from 'zod';
import { roleSchema } from '../roles.ts';
import { documentIdSchema } from './document-id.ts';
import { INVITATION_OBSTACLES } from './invitation.ts';

/** The name of the callable function, as deployed. */
export const JOIN_FUNCTION = 'joinWorkspace';

/** `look` shows what one is invited to, also before signing in. `accept` joins. */
export const joinRequestSchema = z.strictObject({
  action: z.enum(['look', 'accept']),
  workspace: documentIdSchema,
  invitation: documentIdSchema,
  /** What stands behind the # of the link. */
  secret: z.string().max(200),
});
export type JoinRequest = z.infer<typeof joinRequestSchema>;

/** `unknown`: there is no such invitation, or not with this secret; which of the two is not said. */
export const joinRefusalSchema = z.enum(['unknown', ...INVITATION_OBSTACLES]);
export type JoinRefusal = z.infer<typeof joinRefusalSchema>;

export const joinAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('invited'),
    workspace_name: z.string(),
    role: roleSchema,
    /** The name of whoever has made the invitation. */
    invited_by: z.string(),
  }),
  z.strictObject({ outcome: z.literal('joined'), role: roleSchema }),
  /** Already: the role stays what it was, and the invitation is not used up. */
  z.strictObject({ outcome: z.literal('member'), role: roleSchema }),
  z.strictObject({ outcome: z.literal('refused'), reason: joinRefusalSchema }),
]);
export type JoinAnswer = z.infer<typeof joinAnswerSchema>;

/** What is said to whoever cannot join: what is the matter, and what to do. */
export const JOIN_REFUSALS: Record<JoinRefusal, { title: string; message: string }> = {
  unknown: {
    title: 'This invitation is not valid',
    message: 'Check that you have opened the whole link, or ask whoever sent it for a new one.',
  },
  revoked: {
    title: 'This invitation was taken back',
    message: 'Ask an owner of the workspace for a new one.',
  },
  used: {
    title: 'This invitation has been used',
    message:
      'Each link lets one person in. If that was you, sign in with the account that you joined with; otherwise ask for a link of your own.',
  },
  expired: {
    title: 'This invitation has expired',
    message: 'Ask whoever sent it for a new one.',
  },
  inviter_gone: {
    title: 'This invitation no longer holds',
    message: 'Whoever made it no longer owns the workspace. Ask one of its owners for a new one.',
  },
  other_email: {
    title: 'This invitation is for another e-mail address',
    message: 'Sign out, then sign in with the address that it is for, or ask for an invitation for this one.',
  },
  unverified_email: {
    title: 'Confirm your address first',
    message:
      'This invitation is for your address alone, and nobody has confirmed yet that it is yours. Have a mail sent to it, open the link in that mail, then come back here.',
  },
};
