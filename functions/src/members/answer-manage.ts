/** The callable function by which owners change what members are or remove them, and by which everybody may leave. */
import {
  decideOnMember,
  type ManageMembersAnswer,
  type ManageMembersRequest,
  manageMembersRequestSchema,
  type MembershipDecision,
} from '@docket/model/members/managing';
import { paths } from '@docket/model/paths';
import { can } from '@docket/model/roles';
import { FieldValue, type Firestore, type Transaction } from 'firebase-admin/firestore';
import { HttpsError } from 'firebase-functions/https';
import { keysMadeBy } from '../api/keys/keys-made-by.ts';
import type { Log } from '../engine/ports.ts';
import { answered } from './answered.ts';
import type { MembersCall } from './caller.ts';
import { ownersOf, roleIn } from './member-documents.ts';

export interface ManageParts {
  db: Firestore;
  log: Log;
}

/** Throws an HttpsError unless an owner asks for what owners may do, or a member would leave. */
export async function answerManage(
  { db, log }: ManageParts,
  { auth, data }: MembersCall,
): Promise<ManageMembersAnswer> {
  if (auth === undefined) throw new HttpsError('unauthenticated', 'Sign in first.');
  const request = manageMembersRequestSchema.safeParse(data);
  if (!request.success)
    throw new HttpsError('invalid-argument', 'Say which member is meant, and what to do.');
  return await answered(log, 'managing members', async () => {
    const decision = await manage(db, auth.uid, request.data);
    if (decision.kind === 'forbidden')
      throw new HttpsError('permission-denied', FORBIDDEN[request.data.action]);
    await revokeLeftKeys(db, auth.uid, request.data, decision);
    return decision.kind === 'refused'
      ? { outcome: 'refused', reason: decision.reason }
      : { outcome: 'done' };
  });
}

const FORBIDDEN: Record<ManageMembersRequest['action'], string> = {
  change_role: 'Only owners of the workspace change roles.',
  remove: 'Only owners of the workspace remove members.',
  leave: 'You are not a member of this workspace.',
};

/** Keys that are revoked in one commit: making more than a commit takes must keep nobody an owner. */
const KEYS_AT_ONCE = 400;

/**
 * Decides and acts in one transaction that reads all owners, so that of two owners who demote each other at the same moment one
 * comes too late.
 */
async function manage(
  db: Firestore,
  uid: string,
  request: ManageMembersRequest,
): Promise<MembershipDecision> {
  const memberUid = request.action === 'leave' ? uid : request.uid;
  const { workspace } = request;
  return await db.runTransaction(async (transaction) => {
    const [asking, member] = await transaction.getAll(
      db.doc(paths.member(workspace, uid)),
      db.doc(paths.member(workspace, memberUid)),
    );
    const owners = await transaction.get(ownersOf(db, workspace));
    const decision = decideOnMember(request, {
      askingRole: roleIn(asking),
      memberUid,
      memberRole: roleIn(member),
      owners: new Set(owners.docs.map(({ id }) => id)),
    });
    await perform(db, transaction, { workspace, memberUid, by: uid }, decision);
    return decision;
  });
}

/**
 * Who is removed takes along what they have settled for themselves, and whoever is no owner any more the API keys that they
 * have made. Everything else that they have made and started stays.
 */
async function perform(
  db: Firestore,
  transaction: Transaction,
  { workspace, memberUid, by }: { workspace: string; memberUid: string; by: string },
  decision: MembershipDecision,
): Promise<void> {
  const member = db.doc(paths.member(workspace, memberUid));
  switch (decision.kind) {
    case 'forbidden':
    case 'refused':
      return;
    case 'change_role': {
      const keys = can(decision.role, 'administer')
        ? []
        : (await transaction.get(keysMadeBy(db, workspace, memberUid).limit(KEYS_AT_ONCE))).docs;
      for (const { ref } of keys) transaction.update(ref, revokedBy(by));
      transaction.update(member, { role: decision.role });
      return;
    }
    case 'remove': {
      const settings = await transaction.get(db.collection(paths.memberSettings(workspace, memberUid)));
      const keys = await transaction.get(keysMadeBy(db, workspace, memberUid).limit(KEYS_AT_ONCE));
      for (const { ref } of keys.docs) transaction.update(ref, revokedBy(by));
      for (const { ref } of settings.docs) transaction.delete(ref);
      transaction.delete(member);
    }
  }
}

/**
 * Revokes what one commit did not take of the keys of somebody who is no owner any more, and so makes no further ones. Also when
 * they were no member to begin with: whoever asks again after an interruption brings it to its end.
 */
async function revokeLeftKeys(
  db: Firestore,
  by: string,
  request: ManageMembersRequest,
  decision: MembershipDecision,
): Promise<void> {
  const isNoOwner =
    decision.kind === 'remove' ||
    (decision.kind === 'change_role' && !can(decision.role, 'administer')) ||
    (decision.kind === 'refused' && decision.reason === 'no_member');
  if (!isNoOwner) return;
  const left = keysMadeBy(db, request.workspace, request.action === 'leave' ? by : request.uid);
  for (;;) {
    const { docs } = await left.limit(KEYS_AT_ONCE).get();
    if (docs.length === 0) return;
    const batch = db.batch();
    for (const { ref } of docs) batch.update(ref, revokedBy(by));
    await batch.commit();
  }
}

/** As an owner revokes a key on its page. */
function revokedBy(uid: string) {
  return { revoked_at: FieldValue.serverTimestamp(), revoked_by: uid };
}
