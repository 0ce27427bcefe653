/** The callable function by which people look at an invitation and join the workspace that it is for. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type Invitation, invitationObstacle, invitationSchema } from '@docket/model/members/invitation';
import { type JoinAnswer, type JoinRequest, joinRequestSchema } from '@docket/model/members/joining';
import { paths } from '@docket/model/paths';
import type { Role } from '@docket/model/roles';
import { type Member, memberSchema, workspaceSchema } from '@docket/model/workspace';
import type { DocumentReference, DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import { HttpsError } from 'firebase-functions/https';
import type { Log } from '../engine/ports.ts';
import { answered } from './answered.ts';
import { type Caller, callerOf, type MembersCall } from './caller.ts';
import { roleIn } from './member-documents.ts';

export interface JoinParts {
  db: Firestore;
  clock: () => Date;
  log: Log;
}

/** What an invitation says without anybody's leave, and what is in the way of `caller`. */
type Standing =
  | { kind: 'refused'; answer: JoinAnswer }
  | {
      kind: 'holds';
      ref: DocumentReference;
      invitation: Invitation;
      workspaceName: string;
      invitedBy: string;
    };

type Read = (...refs: DocumentReference[]) => Promise<DocumentSnapshot[]>;

const UNKNOWN: JoinAnswer = { outcome: 'refused', reason: 'unknown' };

/** What no secret has as its hash: compared with where there is no invitation, so that it takes as long as where there is. */
const NO_HASH = '0'.repeat(64);

/**
 * Throws an HttpsError when the question makes no sense, when somebody would join who has not signed in, and when the database
 * does not answer. Whatever is the matter with the invitation is an answer.
 */
export async function answerJoin(parts: JoinParts, { auth, data }: MembersCall): Promise<JoinAnswer> {
  const request = joinRequestSchema.safeParse(data);
  if (!request.success) throw new HttpsError('invalid-argument', 'This is not the link of an invitation.');
  const caller = callerOf(auth);
  return await answered(parts.log, 'joining', async () => {
    if (request.data.action === 'look') return await look(parts, request.data, caller);
    if (caller === null) throw new HttpsError('unauthenticated', 'Sign in first.');
    return await accept(parts, request.data, caller);
  });
}

async function look(
  { db, clock }: JoinParts,
  request: JoinRequest,
  caller: Caller | null,
): Promise<JoinAnswer> {
  const standing = await standingOf(
    db,
    async (...refs) => await db.getAll(...refs),
    request,
    caller,
    clock(),
  );
  if (standing.kind === 'refused') return standing.answer;
  const { invitation, workspaceName, invitedBy } = standing;
  return {
    outcome: 'invited',
    workspace_name: workspaceName,
    role: invitation.role,
    invited_by: invitedBy,
  };
}

async function accept({ db, clock }: JoinParts, request: JoinRequest, caller: Caller): Promise<JoinAnswer> {
  const { uid, email, displayName } = caller;
  return await db.runTransaction(async (transaction): Promise<JoinAnswer> => {
    const now = clock();
    const read: Read = async (...refs) => await transaction.getAll(...refs);
    const standing = await standingOf(db, read, request, caller, now);
    if (standing.kind === 'refused') return standing.answer;
    const { ref, invitation } = standing;
    const member: Member = {
      uid,
      workspace_id: request.workspace,
      role: invitation.role,
      email,
      display_name: displayName,
      joined_at: now,
    };
    const state: Invitation['state'] = { kind: 'accepted', by: uid, at: now };
    transaction.create(db.doc(paths.member(request.workspace, uid)), member).update(ref, { state });
    return { outcome: 'joined', role: invitation.role };
  });
}

/** Whoever is a member already is told so, by a link that is right, whatever became of the invitation. */
async function standingOf(
  db: Firestore,
  read: Read,
  { workspace: workspaceId, invitation: invitationId, secret }: JoinRequest,
  caller: Caller | null,
  now: Date,
): Promise<Standing> {
  const ref = db.doc(paths.invitation(workspaceId, invitationId));
  const wanted = [ref, db.doc(paths.workspace(workspaceId))];
  const [found, workspace, own] = await read(
    ...wanted,
    ...(caller === null ? [] : [db.doc(paths.member(workspaceId, caller.uid))]),
  );
  const invitation = invitationSchema.safeParse(found?.data()).data;
  const name = workspaceSchema.shape.name.safeParse(workspace?.get('name')).data;
  const known = isSecretOf(secret, invitation?.hash ?? NO_HASH);
  if (!known || invitation === undefined || name === undefined) return { kind: 'refused', answer: UNKNOWN };
  const ownRole = roleIn(own);
  if (ownRole !== null) return { kind: 'refused', answer: { outcome: 'member', role: ownRole } };
  const inviter = await inviterOf(db, read, workspaceId, invitation.created_by);
  const obstacle = invitationObstacle(invitation, inviter.role === 'owner', caller, now);
  return obstacle === null
    ? { kind: 'holds', ref, invitation, workspaceName: name, invitedBy: inviter.name }
    : { kind: 'refused', answer: { outcome: 'refused', reason: obstacle } };
}

async function inviterOf(
  db: Firestore,
  read: Read,
  workspaceId: string,
  uid: string,
): Promise<{ role: Role | null; name: string }> {
  const [inviter] = await read(db.doc(paths.member(workspaceId, uid)));
  const name = memberSchema.shape.display_name.safeParse(inviter?.get('display_name')).data;
  return { role: roleIn(inviter), name: name || 'An owner' };
}

/** Takes equally long wherever the two differ. */
function isSecretOf(secret: string, hash: string): boolean {
  const given = createHash('sha256').update(secret).digest();
  return timingSafeEqual(given, Buffer.from(hash, 'hex'));
}
