/**
 * Invitations into a workspace. Whoever has the link may join, once: its secret is made by the owner's browser, stands in the
 * part of the link that browsers keep to themselves, and only its SHA-256 is stored.
 */
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { roleSchema } from '../roles.ts';
import { instant } from '../time.ts';

/** The SHA-256 of a link's secret in hexadecimal. */
export const secretHashSchema = z.string().regex(/^[0-9a-f]{64}$/u);

/** An address that an invitation is restricted to, as it is compared: without the case of its letters. */
export const invitedEmailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(LIMITS.emailCharacters)
  .regex(/^[^\s@]+@[^\s@]+$/u);

/** Open until it expires, unless it is used or taken back before. */
export const invitationStateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({ kind: z.literal('accepted'), by: z.string(), at: instant }),
  z.strictObject({ kind: z.literal('revoked'), by: z.string(), at: instant }),
]);

/** `workspaces/{w}/invitations/{invitation}`: seen by owners alone. Removed some time after it has expired. */
export const invitationSchema = z.strictObject({
  role: roleSchema,
  /** Only who has proved to own this address may join by it; null: whoever has the link. */
  email: invitedEmailSchema.nullable(),
  /** For the owners: whom it is for. May be empty. */
  label: z.string().max(LIMITS.nameCharacters),
  hash: secretHashSchema,
  created_by: z.string(),
  created_at: instant,
  expires_at: instant,
  state: invitationStateSchema,
});
export type Invitation = z.infer<typeof invitationSchema>;

/** For how many days an invitation may hold; the rules accept a little more, since clocks differ. */
export const INVITATION_DAYS = [1, 7, 30] as const;
export const USUAL_INVITATION_DAYS = 7;

const DAY_MS = 86_400_000;

/** When an invitation that is made at `now` expires. */
export function expiryOf(now: Date, days: number): Date {
  return new Date(now.getTime() + days * DAY_MS);
}

/** Why nobody can join by an invitation whose secret is right, or, the last two, somebody cannot. */
export const INVITATION_OBSTACLES = [
  'revoked',
  'used',
  'expired',
  'inviter_gone',
  'other_email',
  'unverified_email',
] as const;
export type InvitationObstacle = (typeof INVITATION_OBSTACLES)[number];

/** Whoever wants to join, as their sign-in tells. */
export interface Invitee {
  /** Empty: an account without an address. */
  email: string;
  emailVerified: boolean;
}

/**
 * What is in the way of joining at `now`; null: nothing. An invitation is worth as much as its maker: it holds while they own
 * the workspace. `invitee` is null while nobody is signed in, for whom the address is not looked at yet.
 */
export function invitationObstacle(
  { state, email, expires_at: expiresAt }: Pick<Invitation, 'state' | 'email' | 'expires_at'>,
  inviterIsOwner: boolean,
  invitee: Invitee | null,
  now: Date,
): InvitationObstacle | null {
  if (state.kind === 'revoked') return 'revoked';
  if (state.kind === 'accepted') return 'used';
  if (expiresAt.getTime() <= now.getTime()) return 'expired';
  if (!inviterIsOwner) return 'inviter_gone';
  if (email === null || invitee === null) return null;
  if (invitee.email.toLowerCase() !== email) return 'other_email';
  return invitee.emailVerified ? null : 'unverified_email';
}
