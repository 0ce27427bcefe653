/** How members are managed: what the callable function wants and answers, and what is in the way. */
import { z } from 'zod';
import { can, type Role, roleSchema } from '../roles.ts';
import { documentIdSchema } from './document-id.ts';

/** The name of the callable function, as deployed. */
export const MANAGE_MEMBERS_FUNCTION = 'manageMembers';

/** Identities are given by Firebase Authentication, or by whoever imports accounts into it. */
const uidSchema = z.string().regex(/^(?!\.{1,2}$|__.*__$)[^/]{1,128}$/u);

/** Owners change roles and remove; everybody may leave. */
export const manageMembersRequestSchema = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('change_role'),
    workspace: documentIdSchema,
    uid: uidSchema,
    role: roleSchema,
  }),
  z.strictObject({ action: z.literal('remove'), workspace: documentIdSchema, uid: uidSchema }),
  z.strictObject({ action: z.literal('leave'), workspace: documentIdSchema }),
]);
export type ManageMembersRequest = z.infer<typeof manageMembersRequestSchema>;

/** `no_member`: whoever is meant is not a member any more. `last_owner`: nobody would own the workspace. */
export const membershipRefusalSchema = z.enum(['no_member', 'last_owner']);
export type MembershipRefusal = z.infer<typeof membershipRefusalSchema>;

export const manageMembersAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('done') }),
  z.strictObject({ outcome: z.literal('refused'), reason: membershipRefusalSchema }),
]);
export type ManageMembersAnswer = z.infer<typeof manageMembersAnswerSchema>;

export const MEMBERSHIP_REFUSALS: Record<MembershipRefusal, string> = {
  no_member: 'They are not a member of this workspace any more.',
  last_owner: 'A workspace needs an owner. Make somebody else an owner first.',
};

/** The workspace at the moment of the decision. Roles are null for who is no member. */
export interface MembershipFacts {
  /** Whoever asks. */
  askingRole: Role | null;
  /** Whoever is meant; the same as who asks where somebody leaves. */
  memberUid: string;
  memberRole: Role | null;
  /** The uids of all owners. */
  owners: ReadonlySet<string>;
}

/** What to do about a wish. `forbidden`: it is not for who asks to say. */
export type MembershipDecision =
  | { kind: 'forbidden' }
  | { kind: 'refused'; reason: MembershipRefusal }
  | { kind: 'change_role'; role: Role }
  | { kind: 'remove' };

/** Decides on a wish. A workspace that has an owner has one afterwards, whatever is decided. */
export function decideOnMember(request: ManageMembersRequest, facts: MembershipFacts): MembershipDecision {
  const { askingRole, memberUid, memberRole, owners } = facts;
  const may = request.action === 'leave' ? askingRole !== null : can(askingRole, 'administer');
  if (!may) return { kind: 'forbidden' };
  if (memberRole === null) return { kind: 'refused', reason: 'no_member' };
  const staysOwner = request.action === 'change_role' && request.role === 'owner';
  const isLastOwner = owners.has(memberUid) && owners.size === 1;
  if (isLastOwner && !staysOwner) return { kind: 'refused', reason: 'last_owner' };
  return request.action === 'change_role' ? { kind: 'change_role', role: request.role } : { kind: 'remove' };
}
